"""Times typst-py on letter.typ, one tagged PDF a letter, written to disk.

Arguments: the project's folder, how many letters, and a folder to keep them in (none
if left out). Prints letters a second, and milliseconds of processor time a letter."""

import json
import pathlib
import shutil
import sys
import tempfile
import time

import typst

WARMING_UP = 10


def person(number):
    name = f"Siân Llewellyn-Jones {number}"
    return {
        "name": name,
        "address": [name, f"{number} Long Lane", "Riverside", "LD99 1AA"],
        "day": "Monday 7 December 2026",
        "time": "9:30am",
        "reference": f"RPW-{number:06}",
    }


def main():
    project, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        shutil.copy(project / "benches/peers/letter.typ", folder)
        shutil.copy(project / "benches/service/logo.png", folder)
        compiler = typst.Compiler(
            str(folder / "letter.typ"),
            root=str(folder),
            font_paths=[str(project / "fonts")],
            ignore_system_fonts=True,
        )

        def letter(number):
            inputs = {"person": json.dumps(person(number))}
            pdf = compiler.compile(format="pdf", sys_inputs=inputs)
            (folder / f"{number:06}.pdf").write_bytes(pdf)

        for number in range(WARMING_UP):
            letter(number)
        start, busy = time.perf_counter(), time.process_time()
        for number in range(count):
            letter(number)
        seconds, busy = time.perf_counter() - start, time.process_time() - busy
        print(round(count / seconds, 1), round(1000 * busy / count, 2))
        if len(sys.argv) > 3:
            for file in folder.glob("*.pdf"):
                shutil.copy(file, sys.argv[3])


main()
