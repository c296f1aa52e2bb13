"""Options that stand for one value are given once: of two the first would be dropped without a word."""

from __future__ import annotations

from collections import Counter
from typing import Any

import typer
from typer.core import TyperCommand, TyperOption


class Once(TyperCommand):
    """A command that refuses an option of one value that is given twice."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments left over; the exception of a wrong command line where an option stands twice."""
        if args:
            _, _, given = self.make_parser(ctx).parse_args(args=list(args))
            counts = Counter(one.name for one in given if isinstance(one, TyperOption))
            for one in given:
                if isinstance(one, TyperOption) and counts[one.name] > 1 and not (one.multiple or one.is_flag):
                    name = max(one.opts, key=len)
                    ctx.fail(f"{name} is given {counts[one.name]} times; it takes one value. Give the one that counts.")
        return super().parse_args(ctx, args)


def once(app: typer.Typer) -> None:
    """Make every command of the program, and of its groups, one that refuses such options."""
    for command in app.registered_commands:
        command.cls = Once
    for group in app.registered_groups:
        if group.typer_instance is not None:
            once(group.typer_instance)
