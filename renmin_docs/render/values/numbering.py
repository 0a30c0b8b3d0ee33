"""Native numbers: which paragraph of a report stands on which level of Word's list, and where it restarts.

Word counts on within a level until a higher level comes. Where the report begins anew before that (points
under 一是, then under 二是), a further `w:num` with `w:startOverride` restarts the level.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from renmin_docs.render.values.blocks import Block

_MAX_LEVELS = 9


class Restart(NamedTuple):
    """A further `w:num` that counts a level anew.

    Attributes:
        num_id: Its id.
        level: The `w:ilvl` that starts again at 1.
    """

    num_id: int
    level: int


def assign(blocks: list[Block], main: int, first_free: int) -> list[Restart]:
    """Give every block `list_num` and `list_level` (0 and 0 for no number), and empty its typed mark.

    Counts as Word does: a level starts again when a higher one has counted. Where the report's number
    differs, a restart is made; it serves its level and those below it until a higher level comes.
    """
    restarts: list[Restart] = []
    counters = [0] * _MAX_LEVELS
    current, scope = main, -1
    for block in blocks:
        rung = block["rung"]
        if rung is None:
            block["list_num"], block["list_level"] = 0, 0
            continue
        if rung < scope:
            current, scope = main, -1
        counters[rung] += 1
        counters[rung + 1 :] = [0] * (_MAX_LEVELS - rung - 1)
        if counters[rung] != block["number"]:
            current, scope = first_free + len(restarts), rung
            restarts.append(Restart(current, rung))
            counters[rung] = block["number"]
        block["list_num"], block["list_level"], block["mark"] = current, rung, ""
    return restarts
