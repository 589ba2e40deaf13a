"""python -m bench.beside.indices RESULTS: Sobol's indices of stored outputs, by Tumen and by SALib.

Both take all headlines of the file and a thousand resamples each. SALib's time is that of its analysis alone, of outputs
which stand in memory; Tumen's is that of the file as well: it is opened, read, checked and ranked anew.
"""

import argparse
import importlib.metadata
import json
import math
import time

import numpy
import tumen
from SALib.analyze import sobol

RESAMPLES = 1000  # src/sensitivity/sobol_indices.cpp


def ours(path):
    before = time.process_time()
    found = tumen.open_results(path)
    table = found.factors
    return time.process_time() - before, found, table


def theirs(problem, outputs):
    before = time.process_time()
    found = {headline: sobol.analyze(problem, values, calc_second_order=False, num_resamples=RESAMPLES, seed=1)
             for headline, values in outputs.items()}
    return time.process_time() - before, found


def apart(mine, yours, outputs, width):
    """The largest difference of one headline's indices, after what the two define otherwise has been taken off: SALib
    divides by the variance with 2n where Tumen takes 2n - 1, and centres outputs on the mean of all points where Tumen
    takes that of A and B."""
    rows = len(outputs) // width
    table = outputs.reshape(rows, width)
    same_variance = 2 * rows / (2 * rows - 1)
    shift = table[:, [0, -1]].mean() - outputs.mean()
    change = (table[:, 1:-1] - table[:, [0]]).mean(axis=0) * shift / table[:, [0, -1]].var()
    return max(numpy.abs(yours["ST"] - mine["total"].to_numpy() * same_variance).max(),
               numpy.abs(yours["S1"] - mine["first"].to_numpy() * same_variance - change).max())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("results")
    parser.add_argument("--repetitions", type=int, required=True)
    asked = parser.parse_args()
    _, found, table = ours(asked.results)
    told = table["total"].groupby(level="headline").apply(lambda column: column.notna().all())
    headlines = [name for name in told.index if told[name]]
    outputs = {}
    for headline in headlines:
        problem, _, values = found.to_salib(headline)
        if all(map(math.isfinite, values)):
            outputs[headline] = values
    _, analysed = theirs(problem, outputs)
    width = len(problem["names"]) + 2
    differ = max(apart(table.loc[headline].loc[problem["names"]], analysed[headline], values, width)
                 for headline, values in outputs.items())
    print(json.dumps({
        "apart": float(differ), "headlines": len(outputs), "points": len(values), "parameters": len(problem["names"]),
        "ours": min(ours(asked.results)[0] for _ in range(asked.repetitions)),
        "theirs": min(theirs(problem, outputs)[0] for _ in range(asked.repetitions)),
        "version": importlib.metadata.version("SALib")}))


if __name__ == "__main__":
    main()
