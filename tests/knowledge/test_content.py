"""A notice's folder is taken whole or refused whole, with the file, the line and the fix."""

import pytest

from knowledge import ContentError, load_content


def change(folder, file: str, old: str, new: str) -> int:
    """Replace text that stands once in a file; gives the line it stands on."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def refused(folder) -> list:
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    return caught.value.problems


def test_the_projects_own_notice_is_in_order(notice_folder):
    assert load_content(notice_folder).notice.id == "social-care"


def test_a_changed_quote_is_refused(notice_folder):
    line = change(notice_folder, "recipients.yml", "quote: GP Surgeries", "quote: GP surgeries")
    [problem] = [problem for problem in refused(notice_folder) if problem.path.name == "recipients.yml"]
    assert problem.line == line
    assert "not a line of notice.txt" in problem.what and "to the letter" in problem.fix


def test_a_line_that_nothing_quotes_is_named(notice_folder):
    change(notice_folder, "notice.txt", "  • Probation\n", "  • Probation\n  • Dog Wardens\n")
    [problem] = refused(notice_folder)
    assert problem.path.name == "notice.txt" and "Dog Wardens" in problem.what


def test_a_missing_wording_is_named_with_its_line(notice_folder):
    line = change(
        notice_folder, "recipients.yml", "      child: The council can share facts about you with the police.\n", ""
    )
    [problem] = refused(notice_folder)
    assert problem.path.name == "recipients.yml" and abs(problem.line - line) <= 2
    assert "wording.child" in problem.what and "missing" in problem.what


def test_a_misspelt_key_is_named(notice_folder):
    line = change(notice_folder, "recipients.yml", "\n    quote: Police\n", "\n    qoute: Police\n")
    assert any(problem.line in (line, line + 1) and "qoute" in problem.what for problem in refused(notice_folder))


def test_a_link_to_nothing_is_named(notice_folder):
    path = notice_folder / "recipients.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "legal_bases.crime_disorder_act_1998", "legal_bases.dangerous_dogs_act"
        ),
        encoding="utf-8",
    )
    assert all("legal_bases.dangerous_dogs_act" in problem.what for problem in refused(notice_folder))


def test_html_is_refused(notice_folder):
    change(
        notice_folder,
        "recipients.yml",
        "      adult: The council can share your data with the police.\n",
        "      adult: The council can share your data with <b>the police</b>.\n",
    )
    [problem] = refused(notice_folder)
    assert "HTML" in problem.what


def test_what_is_not_yaml_is_named_with_its_line(notice_folder):
    (notice_folder / "council.yml").write_text("name: Council\naddress: [unclosed\n", encoding="utf-8")
    [problem] = refused(notice_folder)
    assert problem.path.name == "council.yml" and "not YAML" in problem.what


def test_a_missing_file_is_named(notice_folder):
    (notice_folder / "questions.yml").unlink()
    [problem] = refused(notice_folder)
    assert problem.path.name == "questions.yml" and "missing" in problem.what


def test_all_problems_are_told_at_once(notice_folder):
    (notice_folder / "questions.yml").unlink()
    (notice_folder / "transfers.yml").unlink()
    assert {problem.path.name for problem in refused(notice_folder)} == {"questions.yml", "transfers.yml"}


def test_a_change_to_any_file_changes_the_fingerprint(notice_folder):
    before = load_content(notice_folder).fingerprint
    path = notice_folder / "council.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# a comment\n", encoding="utf-8")
    assert load_content(notice_folder).fingerprint != before
