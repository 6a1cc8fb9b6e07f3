"""The digits, their spike codes, and integrate-and-fire layers with reset to zero: what train.py and measure.py share.

The codes draw the same random numbers as Ganglion.Emulator.Encoding does, so that both see the same spikes.
"""

import csv
import gzip
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent
ENCODING = 6  # RandomPurpose.Encoding


def load_digits():
    """Returns images (1797, 64) in 0..1, labels (1797,), and which of them are test images."""
    with gzip.open(FOLDER / "digits.csv.gz", "rt") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    images = np.array([[float(row[f"p{pixel}"]) for pixel in range(64)] for row in rows]) / 16
    return images, np.array([int(row["label"]) for row in rows]), np.array([row["split"] == "test" for row in rows])


def philox(counter, key, rounds=10):
    """Philox4x32 (Salmon et al., SC'11): four arrays of counter words, two key words; returns the first two words of the block."""
    c0, c1, c2, c3 = (np.asarray(word, np.uint64) for word in counter)
    k0, k1 = key
    low = np.uint64(0xFFFFFFFF)
    for _ in range(rounds):
        a, b = np.uint64(0xD2511F53) * c0, np.uint64(0xCD9E8D57) * c2
        c0, c1, c2, c3 = (b >> 32) ^ c1 ^ np.uint64(k0), b & low, (a >> 32) ^ c3 ^ np.uint64(k1), a & low
        k0, k1 = (k0 + 0x9E3779B9) & 0xFFFFFFFF, (k1 + 0xBB67AE85) & 0xFFFFFFFF
    return c0, c1


def uniform(seed, ids, timesteps):
    """CounterRandom(seed, Encoding).DrawUnit(id, t) for all ids and t in range(timesteps); shape (timesteps, *ids.shape)."""
    key = seed ^ (ENCODING * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF)
    ids = np.broadcast_to(np.asarray(ids, np.uint64), (timesteps, *np.shape(ids)))
    steps = np.arange(timesteps, dtype=np.uint64).reshape(-1, *[1] * (ids.ndim - 1)) + np.zeros_like(ids)
    words = philox((ids & np.uint64(0xFFFFFFFF), ids >> 32, steps, np.zeros_like(ids)), (key & 0xFFFFFFFF, key >> 32))
    return (((words[0] << 32) | words[1]) >> 11) * 2.0**-53


def rate_spikes(images, indices, timesteps, seed):
    """Bernoulli rate code: in every timestep a pixel fires with probability x. Shape (timesteps, images, 64)."""
    ids = np.asarray(indices, np.uint64)[:, None] * np.uint64(64) + np.arange(64, dtype=np.uint64)
    return (uniform(seed, ids, timesteps) < images).astype(np.float32)


def latency_spikes(images, timesteps):
    """Linear latency code: a pixel fires once, at round((timesteps - 1)(1 - x)), half to even; a white pixel does not."""
    times = np.round((timesteps - 1) * (1 - images))
    return ((np.arange(timesteps)[:, None, None] == times) & (images > 0)).astype(np.float32)


def run_layer(weights, spikes):
    """Integrate-and-fire, v += W s; spike if v > 1; then v = 0. Returns spikes and the potentials before reset."""
    current = spikes @ weights.T
    fired, potentials = np.zeros_like(current), np.empty_like(current)
    v = np.zeros_like(current[0])
    for t, x in enumerate(current):
        v = v + x
        potentials[t] = v
        fired[t] = v > 1
        v = v * (1 - fired[t])
    return fired, potentials


def run_network(weights, spikes):
    """Spikes of every layer; a layer sees the spikes of the layer before in the same timestep."""
    layers = []
    for matrix in weights:
        spikes, _ = run_layer(matrix, spikes)
        layers.append(spikes)
    return layers


def classify(outputs):
    """The neuron with most spikes; of equals the one whose first spike is earliest, then the lowest index."""
    timesteps = len(outputs)
    first = np.where(outputs.any(axis=0), outputs.argmax(axis=0), timesteps)
    return np.argmax(outputs.sum(axis=0) * (timesteps + 1.0) + (timesteps - first), axis=1)


def quantize(matrix):
    """Even 8-bit mantissas -254..254 of the largest magnitude in the matrix, as a chip with signed weights holds them."""
    step = np.abs(matrix).max() / 127
    return np.round(matrix / step) * step
