from rejoinder.ingest.tidying import readable, tidied


def codes(raw: str) -> list[str]:
    return [problem.code for problem in tidied(raw, source="x")[1]]


def test_clean_text_stays_as_long_as_it_is() -> None:
    raw = "One\r\ntwo\rthree\x0bfour\u2028five\u00a0six\tseven"
    mapped, problems = tidied(raw, source="x")
    assert mapped.text == "One \ntwo\nthree\nfour\nfive six seven"
    assert mapped.offsets.text_starts == (0,)
    assert problems == ()


def test_what_is_unseen_inside_a_word_is_left_out_and_the_map_leads_round_it() -> None:
    raw = "re\u200bjec\u00adted by Li\u2400nd\u200b."
    mapped, problems = tidied(raw, source="x")
    assert mapped.text == "rejected by Lind ."
    assert raw[mapped.offsets.raw(mapped.text.index("jected"))] == "j"
    assert raw[mapped.offsets.raw(mapped.text.index("ted"))] == "t"
    assert [p.code for p in problems] == ["control-characters"]


def test_marks_that_turn_the_order_of_letters_are_warned_of_and_left_out() -> None:
    mapped, problems = tidied("was \u202edetpecca\u202c there", source="x")
    assert mapped.text == "was  detpecca  there"
    assert [p.code for p in problems] == ["bidi-controls"]


def test_look_alike_letters_become_one_alphabet_with_a_warning() -> None:
    mapped, problems = tidied("\u0405ylvania and Лондон", source="x")
    assert mapped.text == "Sylvania and Лондон"
    assert [p.code for p in problems] == ["confusable-name"]


def test_text_encoded_twice_is_read_as_it_was() -> None:
    written = "“It’s fine,” said Zoë."
    raw = written.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    mapped, problems = tidied(raw, source="x")
    assert mapped.text == written
    assert [p.code for p in problems] == ["mojibake"]
    assert raw[mapped.offsets.raw(mapped.text.index("fine"))] == "f"


def test_an_accent_before_a_mark_is_no_damage() -> None:
    assert codes("Le «CAFÉ» de Zoë, à côté d’Étain") == []


def test_entities_are_tidied_too() -> None:
    assert readable("\u00a0") == " "
    assert readable("\u200b") == ""
