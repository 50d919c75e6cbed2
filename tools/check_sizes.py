#!/usr/bin/env python3
"""Keeps files short: 800 lines for a source, 300 for a public header. Rule tables are exempt.

usage: check_sizes.py SOURCE_DIR
"""
import pathlib
import sys

LIMITS = (("include", 300), ("src", 800), ("tests", 800), ("tools", 800), ("contracts", 800))
ENDINGS = {".h", ".cc", ".py", ".cmake", ".sh", ""}


def main():
    root, problems, count = pathlib.Path(sys.argv[1]), [], 0
    for folder, limit in LIMITS:
        for file in sorted((root / folder).rglob("*")):
            if not file.is_file() or file.suffix not in ENDINGS or file.name == "rules.cc":
                continue
            if "corpus" in file.parts or "__pycache__" in file.parts:
                continue
            count += 1
            lines = file.read_bytes().count(b"\n")
            if lines > limit:
                problems.append(f"{file.relative_to(root)}: {lines} lines, at most {limit}")
    print("\n".join(problems) or f"{count} files keep their size")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
