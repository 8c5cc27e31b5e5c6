"""The table of faults: what each is called, and which tests in other places try it."""

from __future__ import annotations

import os
from enum import StrEnum


class Fault(StrEnum):
    """What is done to the program, in the order of the table in ``docs/faults.md``."""

    KILLED_READING = "A model's process is killed while it reads the prompt"
    KILLED_ANSWERING = "A model's process is killed at token 0, 1 or 50"
    SILENT = "A model's process is stopped and never answers"
    FOLDER = "A model's process tries the network, programs, files and other processes"
    MUTATED_HEADER = "A damaged GGUF file is looked at"
    MUTATED_LOADED = "A damaged GGUF file is loaded"
    SHRUNK = "A model's file is cut off while it answers"
    MEMORY = "Memory runs out while a model is loaded"
    TEMPLATE = "A hostile chat template"
    ANSWER_WINDOW = "A hostile answer in the window"
    ANSWER_TERMINAL = "A hostile answer in the terminal"
    APP_KILLED = "The program is killed while it writes"
    DISK_FULL = "The disk is full, at any write"
    PAGE = "A page of the history is overwritten"
    DATABASE = "The history is cut off, locked, read-only, another program's, or from a newer version"
    BACKUP = "A backup is restored, also a damaged one, also half"
    CLOCK = "The clock is set back"
    TWO = "Two programs write at the same time"
    ODD_HOME = "A home folder with spaces, quotes and letters of other scripts"
    NO_HOME = "No home folder"
    READ_ONLY_HOME = "A home folder that can't be written to"
    DOWNLOAD = "A download breaks off, comes wrong, or the program is killed meanwhile"
    SOAK = "Turn after turn without an end"


_STORAGE = "tests/unit/storage/test_bad_files.py::"
_PROCESS = "tests/process/"

ELSEWHERE = {
    _PROCESS + "test_worker_process.py::test_a_worker_that_falls_silent_is_ended": Fault.SILENT,
    _PROCESS + "test_runner.py::test_workers_that_do_not_listen_are_ended_together": Fault.SILENT,
    _PROCESS + "test_confinement.py::test_what_a_limit_says_is_refused": Fault.FOLDER,
    _PROCESS + "test_worker_process.py::test_a_file_that_shrinks_while_it_is_used_costs_one_worker": Fault.SHRUNK,
    _PROCESS + "test_run_of_a_suite.py::test_a_program_that_is_killed_has_lost_nothing_and_nothing_is_asked_twice": (
        Fault.APP_KILLED
    ),
    "tests/unit/generation/test_chat_template.py::test_a_hostile_template_costs_a_sentence_and_nothing_else": (
        Fault.TEMPLATE
    ),
    "tests/app/test_bad_input.py::test_a_bad_template_costs_its_own_side_only": Fault.TEMPLATE,
    _STORAGE + "test_on_a_full_disk_what_is_kept_can_be_read_and_later_writes_work": Fault.DISK_FULL,
    _STORAGE + "test_a_damaged_history_is_set_aside_and_a_new_one_begun": Fault.DATABASE,
    _STORAGE + "test_a_history_of_a_newer_version_can_be_read_and_not_written": Fault.DATABASE,
    _STORAGE + "test_a_newer_history_without_what_is_read_here_is_refused": Fault.DATABASE,
    _STORAGE + "test_a_newer_history_in_which_nothing_can_be_searched_is_refused": Fault.DATABASE,
    _STORAGE + "test_a_history_that_does_not_tell_its_version_is_left_as_it_is": Fault.DATABASE,
    _STORAGE + "test_the_database_of_another_program_is_left_alone": Fault.DATABASE,
    _STORAGE + "test_a_locked_history_is_a_sentence_and_the_write_can_be_tried_again": Fault.DATABASE,
    _STORAGE + "test_text_that_streams_waits_while_the_history_is_locked": Fault.DATABASE,
    _STORAGE + "test_a_history_that_another_program_holds_altogether_is_not_opened": Fault.DATABASE,
    _STORAGE + "test_in_a_read_only_folder_what_is_kept_can_be_read": Fault.DATABASE,
    _STORAGE + "test_a_read_only_file_in_a_folder_that_can_be_written_is_noticed_at_once": Fault.DATABASE,
    _STORAGE + "test_where_no_history_can_be_made_the_program_works_and_says_that_nothing_is_kept": Fault.DATABASE,
    _STORAGE + "test_what_a_restore_that_was_broken_off_has_left_is_in_nobodys_way": Fault.BACKUP,
    _STORAGE + "test_a_backup_that_is_damaged_is_not_restored": Fault.BACKUP,
    _STORAGE + "test_a_history_may_have_any_path": Fault.BACKUP,
    _STORAGE + "test_a_clock_that_was_wrong_costs_no_backup": Fault.CLOCK,
    "tests/app/window/test_strangers.py::test_no_answer_reaches_the_network_or_a_file": Fault.ANSWER_WINDOW,
    "tests/app/test_bad_input.py::test_escape_codes_in_a_prompt_or_a_name_never_reach_the_terminal": (
        Fault.ANSWER_TERMINAL
    ),
    "tests/app/test_pull_command.py::test_kill_9_in_the_middle_loses_nothing": Fault.DOWNLOAD,
    "tests/app/test_pull_command.py::test_ctrl_c_keeps_what_came_and_says_how_to_go_on": Fault.DOWNLOAD,
    "tests/app/test_pull_command.py::test_a_fault_is_told_in_a_sentence_with_what_to_do": Fault.DOWNLOAD,
}
"""Tests that stand with what they test. ``make faults`` runs them too, and each case counts as one try."""

ELSEWHERE_WHOLE = {"tests/unit/models/test_download_faults.py": Fault.DOWNLOAD}
"""Files of which every test counts."""


def times(full: int, short: int) -> int:
    """How often to try something: often in ``make faults``, less often wherever the other tests run."""
    return full if os.environ.get("COUNTERPOINT_FAULTS") == "full" else short
