"""A record against a gold bundle: six parts and the mean of them."""

from __future__ import annotations

from rejoinder.evaluation.gold import Bundle
from rejoinder.evaluation.prediction import Prediction
from rejoinder.evaluation.score_links import score_answers, score_disputes, score_exchanges
from rejoinder.evaluation.score_moves import gold_events, score_events, score_moves
from rejoinder.evaluation.score_names import Names
from rejoinder.evaluation.score_places import Tally
from rejoinder.evaluation.score_statements import score_statements


def score(bundle: Bundle, prediction: Prediction) -> tuple[Tally, list[str]]:
    """The measures by part, `headline` last, and a line for all that was missed, mistaken or extra.

    `headline` is the mean of: statements with the right principal, moves with the right actor, events (B-cubed),
    answers, exchanges with the right status, disputes.
    """
    names = Names(bundle)
    statements, missed_statements = score_statements(bundle, names, prediction.statements)
    moves, missed_moves, pairs = score_moves(bundle, names, prediction.moves)
    events = gold_events(bundle, prediction.moves, pairs)
    disputes, missed_disputes = score_disputes(bundle, prediction.disputes)
    parts: Tally = {
        "bundle": bundle.name,
        "statements": statements,
        "moves": moves,
        "events": score_events(bundle, prediction.moves, pairs),
        "answers": score_answers(bundle, prediction.answers, events),
        "exchanges": score_exchanges(bundle, prediction.exchanges, events),
        "disputes": disputes,
    }
    head = (
        statements["span+principal"]["f1"],
        moves["kind+actor"]["f1"],
        parts["events"]["b3_f1"],
        parts["answers"]["f1"],
        parts["exchanges"]["status_acc_of_all"] or 0.0,
        disputes["f1"],
    )
    parts["headline"] = round(sum(head) / len(head), 3)
    return parts, missed_statements + missed_moves + missed_disputes
