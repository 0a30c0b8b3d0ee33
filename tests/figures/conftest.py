"""Profiles of hypothesis: a few hundred examples by default, `--hypothesis-profile=thorough` for 10,000."""

from hypothesis import HealthCheck, settings

settings.register_profile("quick", max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("quick")
