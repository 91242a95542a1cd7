# SPDX-License-Identifier: EUPL-1.2
from baken.open.pagecache.store import LONGEST_SECONDS, TRUST_SECONDS, Answer, Store


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def answer(body: bytes = b"page") -> Answer:
    return Answer.of("200 OK", [], body)


def following_store(**options: int) -> tuple[Store, Clock]:
    clock = Clock()
    store = Store(clock, **options)
    store.heard(changed=True)
    return store, clock


def test_it_gives_back_what_it_kept():
    store, _ = following_store()
    store.put("a", answer(), store.generation)
    assert store.get("a").body == b"page"
    assert store.get("b") is None


def test_it_forgets_everything_at_a_change():
    store, _ = following_store()
    store.put("a", answer(), store.generation)
    store.heard(changed=True)
    assert store.get("a") is None


def test_it_does_not_keep_what_was_begun_before_a_change():
    store, _ = following_store()
    begun = store.generation
    store.heard(changed=True)
    store.put("a", answer(), begun)
    assert store.get("a") is None


def test_it_serves_nothing_before_it_hears_the_database():
    store = Store(Clock())
    store.put("a", answer(), store.generation)
    assert store.get("a") is None


def test_it_serves_nothing_when_the_database_falls_silent():
    store, clock = following_store()
    store.put("a", answer(), store.generation)
    clock.now += TRUST_SECONDS + 0.1
    assert store.get("a") is None
    store.heard(changed=False)
    assert store.get("a") is not None


def test_it_serves_nothing_in_doubt():
    store, _ = following_store()
    store.put("a", answer(), store.generation)
    store.doubt()
    store.heard(changed=False)
    assert store.get("a") is None


def test_it_lets_a_page_grow_no_older_than_a_minute():
    store, clock = following_store()
    store.put("a", answer(), store.generation)
    clock.now += LONGEST_SECONDS + 0.1
    store.heard(changed=False)
    assert store.get("a") is None


def test_it_counts_the_age_of_a_page_from_when_it_was_kept():
    store, clock = following_store()
    clock.now += LONGEST_SECONDS
    store.put("a", answer(), store.generation)
    clock.now += LONGEST_SECONDS - 0.1
    store.heard(changed=False)
    assert store.get("a") is not None


def test_it_lets_the_least_asked_for_go_when_memory_is_full():
    store, _ = following_store(most_bytes=24_000)
    for name in "abcdefghijk":
        store.put(name, answer(name.encode() * 900), store.generation)
        store.get("a")
    assert store.get("a") is not None
    assert store.get("b") is None


def test_it_does_not_keep_a_giant():
    store, _ = following_store(most_bytes=24_000)
    store.put("a", answer(b"x" * 3_001), store.generation)
    assert store.get("a") is None
