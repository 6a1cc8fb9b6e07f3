"""Writes digits.csv.gz from the copy of the UCI digits that scikit-learn carries.

Only needed to see where the file comes from: the result is part of the project.
Needs numpy and scikit-learn.
"""

import gzip
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

HEADER = """\
# Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, 1998,
# UCI Machine Learning Repository, https://doi.org/10.24432/C50P49, licence CC BY 4.0.
# The 1,797 images of its test part, 8 x 8 pixels of 0 (white) to 16, row by row from the top left, in their original order.
# split: stratified, 1,437 train and 360 test, scikit-learn's train_test_split(test_size=360, random_state=0).
"""


def main() -> None:
    images, labels = load_digits(return_X_y=True)
    _, test = train_test_split(np.arange(len(labels)), test_size=360, stratify=labels, random_state=0)
    in_test = np.isin(np.arange(len(labels)), test)
    lines = [HEADER, "split,label," + ",".join(f"p{pixel}" for pixel in range(64)) + "\n"]
    for pixels, label, is_test in zip(images.astype(int), labels, in_test):
        lines.append(f"{'test' if is_test else 'train'},{label}," + ",".join(map(str, pixels)) + "\n")
    path = Path(__file__).with_name("digits.csv.gz")
    path.write_bytes(gzip.compress("".join(lines).encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main()
