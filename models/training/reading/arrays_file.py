"""Write arrays as the file that ships, the same bytes for the same arrays, and its SHA-256 beside it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import numpy as np


def write_arrays(arrays: dict[str, np.ndarray], out: Path, sum_out: Path) -> str:
    """Write the file and its SHA-256, in the form of `sha256sum`; return that."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(arrays):
            one = io.BytesIO()
            np.lib.format.write_array(one, np.asanyarray(arrays[name]), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), one.getvalue())
    content = packed.getvalue()
    out.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    sum_out.write_text(f"{digest}  {out.name}\n", encoding="utf8")
    return digest
