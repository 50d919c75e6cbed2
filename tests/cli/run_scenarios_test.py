#!/usr/bin/env python3
"""The runner itself: every expectation that does not hold must be noticed."""
import pathlib
import tempfile
import unittest

import run_scenarios
import scenario

PROGRAM = r"""#!/bin/sh
printf 'one (12 ms)\n  two \033[0m\n'
printf 'warned\n' >&2
printf '<a>' > out.xml
exit 3
"""
GOOD = """
=== run
accord
=== exit 3
=== stdout
one (0.10 s) two
=== stderr
warned
"""


def run(text):
    """What the runner complains of; None when it is content."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        program = folder / "program"
        program.write_text(PROGRAM)
        program.chmod(0o755)
        try:
            run_scenarios.Run(scenario.Scenario(text), program, folder).go()
        except (run_scenarios.Failed, scenario.ScenarioError) as problem:
            return str(problem).splitlines()[0]
    return None


class RunnerTest(unittest.TestCase):
    def test_content(self):
        self.assertIsNone(run(GOOD))

    def test_exit_code(self):
        self.assertIn("exit code 3", run(GOOD.replace("exit 3", "exit 0")))

    def test_missing_and_misplaced_fragments(self):
        self.assertIn("stdout lacks: three", run(GOOD.replace("one (0.10 s) two", "three")))
        self.assertIn("before", run(GOOD.replace("one (0.10 s) two", "two\none")))

    def test_unexpected_output(self):
        self.assertIn("stderr: nothing was expected", run(GOOD.replace("=== stderr\nwarned\n", "")))

    def test_never(self):
        self.assertIn("must not appear", run(GOOD + "=== never\nwarned\n"))
        self.assertIn("must not appear", run(GOOD + "=== never\n{{bytes 1b}}\n"))
        self.assertIn("must not appear", run(GOOD + "=== written out.xml\n=== never\n<a\n"))

    def test_written_files(self):
        self.assertIn("was not written", run(GOOD + "=== written other.xml\n"))
        self.assertIn("is no xml", run(GOOD + "=== written out.xml xml\n"))
        self.assertIn("is no json", run(GOOD + "=== written out.xml json\n"))

    def test_requests(self):
        self.assertIn("0 requests, expected 1", run(GOOD + "=== requests 1\n"))
        self.assertIn("the provider received lacks", run(GOOD + "=== received\nGET /\n"))

    def test_scenarios_that_make_no_sense(self):
        self.assertIn("unknown section", run(GOOD + "=== stdotu\n"))
        self.assertIn("exactly one section 'run'", run("=== exit 0\n"))

    def test_expansion(self):
        self.assertEqual(scenario.expand('a{{"xy" * 3}}{{bytes ff 00}}ü'), b"axyxyxy\xff\x00\xc3\xbc")


if __name__ == "__main__":
    unittest.main()
