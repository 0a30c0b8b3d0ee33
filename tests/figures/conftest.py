"""Profiles of hypothesis: a few hundred examples by default, `--hypothesis-profile=thorough` for 10,000."""

from hypothesis import HealthCheck, settings

from tests.effort import examples

_SLOW = [HealthCheck.too_slow]
settings.register_profile("quick", max_examples=examples(300), deadline=None, suppress_health_check=_SLOW)
settings.register_profile("thorough", max_examples=10_000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile("quick")
