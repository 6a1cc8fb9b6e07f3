"""Pair STDP in Brian2, for comparison: prints brian2-stdp.json.

Run with a Python that has Brian2, e.g. Debian's python3-brian:

    python3 brian2_stdp.py > brian2-stdp.json

Traces are real numbers; every spike lies on a grid of one millisecond, which stands for one timestep. In the pairing "all" a spike adds to
the trace of its neuron, in "nearest" it sets it.
"""

import json
import sys

import brian2 as b
import numpy as np

b.prefs.codegen.target = "numpy"
b.BrianLogger.suppress_name("method_choice")

CASES = {
    "all": {"plus": 4.0, "minus": 3.0, "tauPlus": 20.0, "tauMinus": 30.0},
    "nearest": {"plus": 127 / 32, "minus": 127 / 64, "tauPlus": 15.0, "tauMinus": 25.0},
}
DIFFERENCES = [d for d in range(-60, 61) if d != 0]
TRAINS = 40
DURATION = 300


def changes(case, pairing, source, target):
    """Weight changes of synapses whose neurons fire as listed, one list of milliseconds for each."""
    b.start_scope()
    b.defaultclock.dt = 1 * b.ms
    count = len(source)

    def group(trains):
        index = np.concatenate([np.full(len(train), i) for i, train in enumerate(trains)]).astype(int)
        return b.SpikeGeneratorGroup(count, index, np.concatenate(trains) * b.ms)

    pre, post = group(source), group(target)
    sign = "+=" if pairing == "all" else "="
    synapses = b.Synapses(
        pre,
        post,
        """w : 1
           dx/dt = -x/tau_plus : 1 (event-driven)
           dy/dt = -y/tau_minus : 1 (event-driven)""",
        on_pre=f"x {sign} a_plus\nw -= y",
        on_post=f"y {sign} a_minus\nw += x",
        namespace={
            "tau_plus": case["tauPlus"] * b.ms,
            "tau_minus": case["tauMinus"] * b.ms,
            "a_plus": case["plus"],
            "a_minus": case["minus"],
        },
    )
    synapses.connect(j="i")
    network = b.Network(pre, post, synapses)
    network.run((max(max(train, default=0) for train in source + target) + 2) * b.ms)
    return [float(w) for w in synapses.w[:]]


def train(generator):
    """Spikes at random, those of the two neurons never in one timestep."""
    draws = generator.random(DURATION)
    return ([int(t) for t in np.flatnonzero(draws < 0.05) + 1], [int(t) for t in np.flatnonzero(draws > 0.95) + 1])


def main():
    generator = np.random.default_rng(20060927)
    result = {"brian2": b.__version__, "cases": []}
    for pairing, case in CASES.items():
        trains = [train(generator) for _ in range(TRAINS)]
        window = changes(case, pairing, [[100]] * len(DIFFERENCES), [[100 + d] for d in DIFFERENCES])
        learned = changes(case, pairing, [source for source, _ in trains], [target for _, target in trains])
        result["cases"].append({
            "pairing": pairing,
            **case,
            "window": [{"difference": d, "change": w} for d, w in zip(DIFFERENCES, window)],
            "trains": [{"source": s, "target": t, "change": w} for (s, t), w in zip(trains, learned)],
        })
    sys.stdout.write(json.dumps(result, separators=(",", ":")).replace('{"', '\n{"').lstrip() + "\n")


main()
