"""Prints the accuracy of the shipped networks on the 360 test images. Needs numpy and h5py."""

import h5py
import numpy as np

from spiking import FOLDER, classify, latency_spikes, load_digits, quantize, rate_spikes, run_network

SEEDS = range(1, 6)


def read_weights(name):
    with h5py.File(FOLDER / name) as file:
        return [file[f"node/nodes/weights{layer}/weight"][()] for layer in (1, 2)]


def report(name, weights, spikes, labels):
    hidden, outputs = run_network(weights, spikes)
    accuracy = np.mean(classify(outputs) == labels)
    counts = np.sort(outputs.sum(axis=0), axis=1)
    images = len(labels)
    print(f"{name:40} {accuracy:8.2%}   spikes per image: input {spikes.sum() / images:6.1f} hidden {hidden.sum() / images:6.1f} "
          f"output {outputs.sum() / images:5.1f}   ties {np.mean(counts[:, -1] == counts[:, -2]):6.2%}")
    return accuracy


def main() -> None:
    images, labels, is_test = load_digits()
    indices = np.flatnonzero(is_test)
    images, labels = images[indices], labels[indices]
    for name in ("digits.nir", "digits-latency.nir"):
        floats = read_weights(name)
        for kind, weights in (("float", floats), ("8 bit", [quantize(w) for w in floats])):
            for timesteps in (16, 32, 64):
                means = [report(f"{name} {kind} rate T={timesteps} seed={seed}", weights,
                                rate_spikes(images, indices, timesteps, seed), labels) for seed in SEEDS]
                print(f"{name:20} {kind} rate T={timesteps}: mean {np.mean(means):.2%} min {min(means):.2%}")
                report(f"{name} {kind} latency T={timesteps}", weights, latency_spikes(images, timesteps), labels)


if __name__ == "__main__":
    main()
