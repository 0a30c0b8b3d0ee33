"""A command loads nothing that it does without, and leaves nothing behind that others would miss."""

import subprocess
import sys
from importlib.metadata import version

RUN = """
import sys
from renmin_docs.cli import main
try:
    main(["schema"])
except SystemExit as end:
    assert not end.code, end.code
{then}
"""


def _after_a_command(then):
    code = RUN.format(then=then)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_command_does_not_load_the_package_metadata_that_plugins_are_looked_up_in():
    assert _after_a_command(
        "print([name for name in ('importlib.metadata', 'email') if name in sys.modules])"
    ).endswith("[]\n")


def test_the_package_metadata_can_be_read_after_a_command():
    assert _after_a_command("from importlib.metadata import version; print(version('click'))").endswith(
        f"\n{version('click')}\n"
    )


def test_the_command_line_loads_no_heavy_package_before_a_command_needs_it():
    heavy = ("pydantic", "lxml", "jinja2", "yaml", "ruamel.yaml", "babel", "decimal", "pathlib")
    code = f"import sys, renmin_docs.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"
