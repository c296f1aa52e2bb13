"""From the command line to an exit code; every failure in words."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
import traceback
from collections.abc import Sequence

import typer

from rejoinder.errors import ModelError, RecordError, RejoinderError

FINE, WITH_PROBLEMS, USAGE, RECORD, FAULT, STOPPED = 0, 1, 2, 3, 4, 130
DEBUG = "REJOINDER_DEBUG"
_STOPPED = "Stopped. What was read is kept; the same command goes on from there."
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code."""
    if sys.stdout is None:  # closed by the caller, `>&-`
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for the whole process
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """The exit code of a command: 0 fine, 1 done with problems, 2 wrong usage, 3 trouble with the record or the model,
    4 a fault of the program, 130 stopped by the user."""
    from rejoinder.publish.cli.app import app

    try:
        code = app(args=list(arguments), prog_name="rejoinder", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        return _refuse(error)
    except RejoinderError as error:
        _say(f"{error.message} {error.advice}".strip())
        return RECORD if isinstance(error, RecordError | ModelError) else USAGE
    except BrokenPipeError:
        _give_up_output()  # whoever read our output has seen enough
        return FINE
    except SystemExit as error:  # what the parser of the command line makes of a pipe that was closed
        if not isinstance(error.__context__, BrokenPipeError):
            raise
        _give_up_output()
        return FINE
    except (KeyboardInterrupt, typer.Abort):
        _say(_STOPPED)
        return STOPPED
    except OSError as error:
        if error.errno in _NO_ROOM and not error.filename:
            _say(f"The output cannot be written: {error.strerror}. Make room, or write elsewhere with --output.")
            _give_up_output()
            return USAGE
        return _confess(error)
    except Exception as error:  # noqa: BLE001 - the last place where a fault can be put into words
        return _confess(error)
    if code == STOPPED:
        _say(_STOPPED)
    return code if isinstance(code, int) else FINE


def _give_up_output() -> None:
    """Nothing more is written to the standard output, also not at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(error: typer.TyperException) -> int:
    """A command line that cannot be read: what is wrong with it, and what is valid."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stderr.write(error.format_message() + "\n")
        return USAGE
    _say(error.format_message())
    if context is not None:
        options = sorted(name for p in context.command.params for name in p.opts if name.startswith("--"))
        if type(error).__name__ == "NoSuchOption" and options:
            _say(f"{context.command_path} takes {', '.join(options)}.", lead="")
        _say(f"Try: {context.command_path} --help", lead="")
    return USAGE


def _confess(error: Exception) -> int:
    """One line with a code by which the fault is known again; the traceback only if it was asked for."""
    frames = traceback.extract_tb(error.__traceback__)
    where = "".join(f"{os.path.basename(frame.filename)}:{frame.name}" for frame in frames[-3:])  # noqa: PTH119
    code = hashlib.sha256(f"{type(error).__name__} {where}".encode()).hexdigest()[:6]
    _say(
        f"A fault of rejoinder, not yours (code {code}, {type(error).__name__}). Please report it with this code and "
        f"the command; {DEBUG}=1 shows where it happened. The record is as it was before the command, or better."
    )
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    return FAULT


def _say(words: str, *, lead: str = "rejoinder: ") -> None:
    from rejoinder.publish.exports.safety import one_line

    sys.stderr.write(lead + one_line(words) + "\n")
