from rejoinder.vocabulary.outlets import outlet_named, outlet_of_host, outlets


def test_outlets_by_name_and_by_host() -> None:
    assert len(outlets()) >= 120
    named = outlet_named("the guardian")
    assert named is not None
    assert named.name == "The Guardian"
    assert outlet_of_host("www.theguardian.com") == named
    assert outlet_named("The Port Gazette") is None
    assert outlet_of_host("guardian.example") is None


def test_every_host_belongs_to_one_outlet() -> None:
    hosts = [host for outlet in outlets().values() for host in outlet.hosts]
    assert len(hosts) == len(set(hosts))
