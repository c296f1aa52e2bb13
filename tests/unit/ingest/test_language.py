import pytest

from rejoinder.ingest.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that the plan was not ready to be signed.", "en"),
        ("Le ministre a dit que le plan n’est pas prêt pour les deux pays.", "fr"),
        ("Der Minister sagte, dass der Plan nicht fertig ist und auch die Frist.", "de"),
        ("Министр сказал, что план ещё не готов.", "ru"),
        ("Міністр сказав, що план ще не готовий.", "uk"),
        ("部長は計画がまだできていないと述べた。", "ja"),
        ("部长表示该计划尚未准备就绪。", "zh"),
        ("12 34", None),
        ("Xyz qrs", None),
    ],
)
def test_languages_by_their_commonest_words_or_letters(text: str, language: str | None) -> None:
    assert language_of(text) == language
