"""Prints the accuracy of the shipped networks on the 360 test images. Needs numpy and h5py."""

import h5py
import numpy as np

from spiking import FOLDER, classify, latency_spikes, load_digits, quantize, rate_spikes, run_network

SEEDS = range(1, 6)


def read_weights(name):
    with h5py.File(FOLDER / name) as file:
        return [file[f"node/nodes/weights{layer}/weight"][()] for layer in (1, 2)]


def measure(weights, trains, labels):
    """Accuracies, share of ties for the largest count, and spikes per image of input, hidden and output layer, over several trains."""
    accuracies, ties, spikes = [], [], []
    for train in trains:
        hidden, output = run_network(weights, train)
        counts = np.sort(output.sum(axis=0), axis=1)
        accuracies.append(np.mean(classify(output) == labels))
        ties.append(np.mean(counts[:, -1] == counts[:, -2]))
        spikes.append([layer.sum() / len(labels) for layer in (train, hidden, output)])
    return accuracies, np.mean(ties), np.mean(spikes, axis=0)


def main() -> None:
    images, labels, is_test = load_digits()
    indices = np.flatnonzero(is_test)
    images, labels = images[indices], labels[indices]
    print("| network | code | weights | timesteps | accuracy | lowest of the seeds | ties | spikes per image: input, hidden, output |")
    print("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for name, code in (("digits.nir", "rate"), ("digits-latency.nir", "latency"), ("digits-latency.nir", "rate")):
        floats = read_weights(name)
        for kind, weights in (("float", floats), ("8 bit", [quantize(w) for w in floats])):
            for timesteps in (16, 32, 64):
                trains = ([latency_spikes(images, timesteps)] if code == "latency"
                          else [rate_spikes(images, indices, timesteps, seed) for seed in SEEDS])
                accuracies, ties, spikes = measure(weights, trains, labels)
                print(f"| {name} | {code} | {kind} | {timesteps} | {np.mean(accuracies):.2%} | {min(accuracies):.2%} | {ties:.1%} | "
                      + ", ".join(f"{count:.0f}" for count in spikes) + " |")


if __name__ == "__main__":
    main()
