#!/usr/bin/env python3
"""Holds README.md against the program: its commands run, its transcripts are what is printed.

usage: readme_test.py SOURCE_DIR BUILD_DIR

A comment on the line before a fenced block says what it is:
  <!-- run -->            sh commands that must succeed, in the source folder, with accord in PATH
  <!-- run: ci -->        sh commands for a fresh machine; CI runs them
  <!-- demo -->           all that tools/demo prints
  <!-- demo: excerpt -->  some of its lines, in order; `…` stands for what was left out
Ports, durations and points in time are all alike.
"""
import os
import pathlib
import re
import subprocess
import sys

TIME_LIMIT_SECONDS = 120
BLOCK = re.compile(r"(?:^<!-- (?P<mark>[a-z: ]+) -->\n)?^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.M | re.S)


def blocks(readme):
    return [match.groupdict() for match in BLOCK.finditer(readme)]


def marked(all_blocks, mark):
    return [block["text"] for block in all_blocks if block["mark"] == mark]


def plain(text):
    text = re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1:8080", text)
    text = re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "2026-03-01T09:31:12Z", text)
    text = re.sub(r"(\(|; )<?\d+(?:\.\d+)? (?:ms|s)\)", r"\g<1>1 ms)", text)
    text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "2026-03-01T09:31:12Z", text)
    return [line.rstrip() for line in text.strip("\n").split("\n")]


def run(command, source, build):
    environment = dict(os.environ, ACCORD_BUILD_DIR=str(build), NO_COLOR="1",
                       PATH=f"{build}{os.pathsep}{os.environ['PATH']}")
    return subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=source, env=environment,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=TIME_LIMIT_SECONDS, check=False)


def check_marks(all_blocks):
    problems = [f"README.md has no block marked <!-- {mark} -->"
                for mark in ("run", "run: ci", "demo") if not marked(all_blocks, mark)]
    problems += [f"an sh block is not marked: {block['text'].splitlines()[0]}"
                 for block in all_blocks if block["language"] == "sh" and not block["mark"]]
    return problems


def check_commands(all_blocks, source, build):
    problems = []
    for command in marked(all_blocks, "run"):
        done = run(command, source, build)
        if done.returncode != 0:
            problems.append(f"exit {done.returncode} from\n{command}{done.stdout}{done.stderr}")
    return problems


def check_transcripts(all_blocks, source, build):
    done = run("tools/demo", source, build)
    if done.returncode != 0:
        return [f"exit {done.returncode} from tools/demo\n{done.stdout}{done.stderr}"]
    printed = plain(done.stdout)
    problems = [f"the transcript differs from what tools/demo prints:\n{difference(text, printed)}"
                for text in marked(all_blocks, "demo") if plain(text) != printed]
    for text in marked(all_blocks, "demo: excerpt"):
        missing = first_missing(plain(text), printed)
        if missing:
            problems.append(f"tools/demo does not print, or not there: {missing}")
    return problems


def check_counts(readme, build):
    """The support table against what the conformance suites print; they skip without a corpus."""
    done = subprocess.run(["ctest", "-L", "conformance", "-V"], cwd=build, capture_output=True,
                          text=True, timeout=600, check=False)
    counts = dict(re.findall(r"([\w-]+): passed (\d+ of \d+)", done.stdout))
    table = dict(re.findall(r"^\|.*\| `([\w-]+)` \| (\d+ of \d+) \|$", readme, re.M))
    return [f"{suite}: README.md says {table.get(suite, 'nothing')}, the suite {count}"
            for suite, count in counts.items() if table.get(suite) != count]


def difference(text, printed):
    shown = plain(text)
    for number, (left, right) in enumerate(zip(shown + [""], printed + [""]), 1):
        if left != right:
            return f"line {number}:\n  README.md:  {left}\n  tools/demo: {right}\nall of it:\n" + "\n".join(printed)
    return f"README.md has {len(shown)} lines, tools/demo prints {len(printed)}\n" + "\n".join(printed)


def first_missing(wanted, printed):
    """A line stands for a printed one when the pieces around its … stand there in order."""
    at = 0
    for line in wanted:
        pieces = [re.escape(piece) for piece in line.split("…")]
        pattern = re.compile(".*".join(pieces))
        while at < len(printed) and not pattern.fullmatch(printed[at]):
            at += 1
        if at == len(printed):
            return line
    return None


def main():
    source, build = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    readme = source / "README.md"
    if not readme.is_file():
        print("there is no README.md")
        return 1
    text = readme.read_text("utf-8")
    all_blocks = blocks(text)
    problems = check_marks(all_blocks)
    if not problems:
        problems = (check_commands(all_blocks, source, build)
                    + check_transcripts(all_blocks, source, build)
                    + check_counts(text, build))
    print("\n\n".join(problems) or f"README.md: {len(all_blocks)} blocks, all true")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
