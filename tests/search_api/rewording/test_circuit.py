"""The circuit breaker: a server that is away costs a few questions, not each."""

from search_api.rewording.circuit import Circuit


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def _ask(circuit: Circuit, *, failed: bool) -> bool:
    entered = circuit.enter()
    if entered:
        circuit.leave(failed=failed)
    return entered


def test_after_failures_in_a_row_nobody_asks_until_it_has_rested() -> None:
    clock = Clock()
    circuit = Circuit(failures=3, rest=60, clock=clock)
    assert [_ask(circuit, failed=True) for _ in range(5)] == [True, True, True, False, False]
    clock.now += 59
    assert not circuit.enter()
    clock.now += 2
    assert circuit.enter()


def test_then_one_question_tries_and_its_failure_is_another_rest() -> None:
    clock = Clock()
    circuit = Circuit(failures=2, rest=60, clock=clock)
    assert [_ask(circuit, failed=True) for _ in range(2)] == [True, True]
    clock.now += 61
    assert circuit.enter()
    assert not circuit.enter()  # one alone
    circuit.leave(failed=True)
    assert not circuit.enter()
    clock.now += 61
    assert _ask(circuit, failed=False)
    assert [_ask(circuit, failed=True) for _ in range(3)] == [True, True, False]


def test_a_reply_between_failures_starts_the_count_again() -> None:
    circuit = Circuit(failures=2, clock=Clock())
    assert all(_ask(circuit, failed=failed) for failed in (True, False) * 5)


def test_only_a_few_ask_at_once() -> None:
    circuit = Circuit(at_once=2, clock=Clock())
    assert [circuit.enter() for _ in range(3)] == [True, True, False]
    circuit.leave(failed=False)
    assert circuit.enter()
