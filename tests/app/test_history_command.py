"""What was compared is kept, found, shown and voted on, by the real command."""

import json
import re
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lab.storage import Store, search, sessions
from lab.storage.search import Filter
from tests.app.conftest import Run
from tests.app.terminal import Terminal

pytestmark = pytest.mark.process

GONE_WITHIN_S = 30


def compared(run: Run, prompt: str = "Why is the sky blue?", *options: str) -> dict[str, Any]:
    done = run("compare", prompt, "--demo", "--json", "--max-tokens", "12", *options)
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def assert_refused(done: Any, sentence: str, code: int = 1) -> None:
    said = " ".join(done.stderr.split())
    assert done.returncode == code, said
    assert sentence in said
    assert "Traceback" not in said
    assert done.stdout == ""


def test_a_comparison_is_found_shown_and_voted_on(run: Run) -> None:
    result = compared(run)
    (listed,) = json.loads(run("history", "sky", "--json").stdout)
    assert (listed["id"], listed["prompt"], listed["vote"]) == (result["id"], "Why is the sky blue?", None)
    vote = run(
        "vote", listed["id"][:8], "b", "--reason-b", "clear", "--reason-b", "tone", "--note", "as in my textbook"
    )
    assert vote.returncode == 0, vote.stderr
    assert "B is better · B: clear, tone" in vote.stdout
    run("vote", listed["id"], "both_bad")
    shown = json.loads(run("show", listed["id"][:8], "--json").stdout)
    assert [vote["choice"] for vote in shown["votes"]] == ["b", "both_bad"]
    assert shown["votes"][0]["reasons_b"] == ["clear", "tone"]
    assert [note["text"] for note in shown["notes"]] == ["as in my textbook"]
    for side in "ab":
        # The same in the history as when it was made, and what the history adds.
        assert result[side].items() <= shown[side].items()
        assert (shown[side]["state"], shown[side]["engine"]) == ("finished", "scripted (no model)")
    (found,) = json.loads(run("history", "textb", "--vote", "both_bad", "--json").stdout)
    assert "textbook" in found["excerpt"]


def test_what_is_printed_has_everything_in_it(run: Run) -> None:
    comparison_id = compared(run)["id"]
    run("vote", comparison_id, "a", "--reason-a", "accurate", "--note", "a note of mine")
    run("vote", comparison_id, "tie")
    listed = run("history").stdout
    assert comparison_id[:6] in listed
    assert "scripted base / scripted chat" in listed
    assert "tie" in listed
    shown = " ".join(run("show", comparison_id[:6]).stdout.split())
    for words in (
        "Why is the sky blue?", "A scripted base · base · raw", "B scripted chat · chat · chat", "12 tokens",
        "cut off: length limit", "scripted (no model) · seed", "A is better · A: accurate", "changed since",
        "Tie", "Note a note of mine",
    ):  # fmt: skip
        assert words in shown


def test_filters_narrow_the_list_and_its_length_is_bounded(run: Run) -> None:
    first, second, third = (compared(run, prompt)["id"] for prompt in ("quokka zebra", "numbat zebra", "quoll"))
    run("vote", first, "a")

    def ids(*options: str) -> list[str]:
        return [hit["id"] for hit in json.loads(run("history", *options, "--json").stdout)]

    assert ids() == [third, second, first]
    assert ids("--limit", "1") == [third]
    assert ids("--vote", "a") == [first]
    assert ids("--unvoted", "zebra") == [second]
    assert ids("numb", "zeb") == [second]
    assert ids("--model", "scripted chat", "quok") == [first]
    assert ids("--model", "scripted") == []
    assert ids("--since", "2000-01-01") == [third, second, first]
    assert ids("--since", "2999-01-01T00:00") == []
    assert ids("--tag", "verse") == []
    assert "1 of 3" in run("history", "--limit", "1").stdout
    assert "Nothing was found." in run("history", "nowhere").stdout


def test_a_pipe_is_one_session_and_each_line_says_its_id(run: Run, home: Path) -> None:
    done = run("compare", "--demo", "--json", "--max-tokens", "5", stdin=b"one\ntwo\n")
    ids = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    with Store(home / "data" / "history.db") as store:
        assert [session.comparisons for session in store.read(sessions.listed).result()] == [2]
        hits = store.read(search.find, Filter()).result()
    assert [hit.comparison_id for hit in hits] == ids[::-1]


def test_without_a_history_nothing_is_kept(run: Run, home: Path) -> None:
    assert compared(run, "Why?", "--no-history")["id"] is None
    assert not (home / "data" / "history.db").exists()


def test_before_anything_was_kept_the_way_to_begin_is_named(run: Run, home: Path) -> None:
    assert "counterpoint compare" in run("history").stdout
    assert json.loads(run("history", "sky", "--json").stdout) == []
    for words in (("show", "3f2a"), ("vote", "3f2a", "a")):
        assert_refused(run(*words), "Nothing has been kept yet.")
    assert not home.exists()


def test_what_can_not_be_meant_is_refused_in_a_sentence(run: Run, home: Path) -> None:
    compared(run)
    with sqlite3.connect(home / "data" / "history.db") as raw:
        raw.execute("UPDATE comparison SET id = 'aa11'")
        raw.execute("INSERT INTO comparison (id, session_id, origin, prompt, created_utc) "
                    "SELECT 'aa22', session_id, origin, prompt, created_utc FROM comparison")  # fmt: skip
    raw.close()
    assert_refused(run("show", "zz"), "No comparison has an id that begins with “zz”.")
    assert_refused(run("show", "aa"), "Several ids begin with “aa”. Give more of it: aa11, aa22.")
    assert_refused(run("vote", "aa", "tie"), "Several ids begin with “aa”.")
    assert_refused(run("vote", "aa11", "maybe"), "both_bad", code=2)
    assert_refused(run("vote", "aa11"), "choice", code=2)
    assert_refused(run("history", "--since", "yesterday"), "yesterday", code=2)
    assert_refused(run("history", "--vote", "a", "--unvoted"), "can't both hold", code=2)
    assert_refused(run("history", "--limit", "0"), "greater than or equal to 1", code=2)
    assert_refused(run("history", "--limit", "9" * 20), "less than or equal to", code=2)


def test_escape_codes_never_reach_the_terminal(run: Run) -> None:
    done = run("compare", "--demo", "--max-tokens", "3", stdin=b"clear \x1b[2J me [red]and[/green] \xe2\x80\xae\n")
    assert done.returncode == 0, done.stderr
    run(
        "vote",
        json.loads(run("history", "--json").stdout)[0]["id"],
        "a",
        "--note",
        "\x1b]0;owned\x07 [/]",
        "--reason-a",
        "\x1b[1m",
    )
    comparison_id = json.loads(run("history", "--json").stdout)[0]["id"]
    for words in (("history",), ("history", "owned"), ("show", comparison_id)):
        done = run(*words)
        assert done.returncode == 0, done.stderr
        assert not set("\x1b\x07\u202e") & set(done.stdout)
        assert "[red]and[/green]" in done.stdout


def test_a_damaged_history_is_set_aside_and_the_comparison_goes_on(run: Run, home: Path) -> None:
    path = home / "data" / "history.db"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"something else " * 100)
    done = run("compare", "Why?", "--demo", "--json", "--max-tokens", "5")
    assert done.returncode == 0, done.stderr
    assert "The history was damaged. It is kept as history.damaged-" in done.stderr
    assert json.loads(run("show", json.loads(done.stdout)["id"], "--json").stdout)["prompt"] == "Why?"


def test_a_newer_history_is_read_and_neither_votes_nor_comparisons_are_lost_on_it(run: Run, home: Path) -> None:
    comparison_id = compared(run)["id"]
    with sqlite3.connect(home / "data" / "history.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    done = run("compare", "And now?", "--demo", "--json", "--max-tokens", "5")
    assert (done.returncode, json.loads(done.stdout)["id"]) == (0, None)
    assert done.stderr.count("This is not kept. The history was written by a newer version") == 1
    listed = run("history", "--json")
    assert [hit["id"] for hit in json.loads(listed.stdout)] == [comparison_id]
    assert "newer version" in listed.stderr
    assert_refused(run("vote", comparison_id, "a"), "newer version")


def test_where_nothing_can_be_written_the_models_answer_all_the_same(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "data").touch()
    done = run("compare", "Why?", "--demo", "--max-tokens", "5")
    assert done.returncode == 0
    assert "scripted base" in done.stdout
    assert done.stderr.count("This is not kept. Nothing is being kept.") == 1


def test_the_last_line_in_a_terminal_says_how_to_vote(run: Run, terminal: Callable[..., Terminal]) -> None:
    one = terminal("compare", "Why?", "--demo", "--max-tokens", "5")
    one.until(lambda screen: "both_bad" in screen)
    assert one.process.wait(GONE_WITHIN_S) == 0
    kept = re.search(r"Kept as (\w+)\. Vote: counterpoint vote (\w+) a\|b\|tie\|both_bad", one.screen)
    assert kept
    assert kept[1] == kept[2]
    assert run("vote", kept[1], "tie").returncode == 0


def test_a_conversation_is_kept_as_the_tree_that_it_is(run: Run, terminal: Callable[..., Terminal]) -> None:
    one = terminal("compare", "--demo", "--max-tokens", "5")
    one.until(lambda screen: "/help" in screen)
    for line, shows in (("one", "both_bad"), ("two", "both_bad"), ("/again", "both_bad"), ("/new", "new conversation"),
                        ("three", "both_bad")):  # fmt: skip
        one.screen = ""
        one.type(line + "\n")
        one.until(lambda screen, shows=shows: screen.rfind("You  ") > screen.find(shows) > 0)
    one.type("/quit\n")
    assert one.process.wait(GONE_WITHIN_S) == 0
    listed = [hit["id"] for hit in json.loads(run("history", "--json").stdout)]
    three, again, two, first = (json.loads(run("show", each, "--json").stdout) for each in listed)
    assert (two["parent_id"], again["parent_id"]) == (first["id"], first["id"])
    assert (again["prompt"], again["origin"]) == ("two", "regenerate")
    assert (three["prompt"], three["parent_id"]) == ("three", None)
    assert two["session_id"] == first["session_id"] != three["session_id"]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_what_had_come_when_the_command_was_ended_is_kept(
    run: Run, terminal: Callable[..., Terminal], home: Path, tiny_endless: Path, how: signal.Signals
) -> None:
    path = home / "data" / "history.db"

    def is_on_the_disk(_: str) -> bool:
        if not path.exists():
            return False
        raw = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            return raw.execute("SELECT count(*) FROM answer WHERE length(text) > 20").fetchone() == (2,)
        except sqlite3.OperationalError:  # no tables yet
            return False
        finally:
            raw.close()

    one = terminal(
        "compare", "hi", "--a", tiny_endless, "--b", tiny_endless, "--max-tokens", "100000", "--context", "32768"
    )
    one.until(is_on_the_disk)
    one.process.send_signal(how)
    one.process.wait(GONE_WITHIN_S)
    (hit,) = json.loads(run("history", "--json").stdout)
    shown = json.loads(run("show", hit["id"], "--json").stdout)
    assert [shown[side]["state"] for side in "ab"] == ["partial", "partial"]
    assert all(len(shown[side]["text"]) > 20 for side in "ab")
    assert "The program ended before this answer did" in run("show", hit["id"]).stdout


@pytest.mark.parametrize("command", ["history", "show", "vote"])
def test_every_command_explains_itself(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert "Usage:" in done.stdout
