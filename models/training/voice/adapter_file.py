"""Write a trained adapter as the GGUF file that llama.cpp lays over the quantized starter.

**Source**: llama.cpp's `convert_lora_to_gguf.py` and, for the rotary order of rows, `LlamaModel.permute` in
`convert_hf_to_gguf.py`: the rows of q and k stand in pairs there, so the rows of their B matrices must too.
"""

from __future__ import annotations

import re
from pathlib import Path

import gguf
import numpy as np
import torch

NAMES = {
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}
_WEIGHT = re.compile(r"layers\.(\d+)\.([a-z_]+\.[a-z_]+)\.lora_([AB])\.default\.weight$")


def write_adapter(model: torch.nn.Module, out: Path, rank: int) -> None:
    """Write the adapter of a peft model in float16."""
    config = model.get_base_model().config
    heads = {"self_attn.q_proj": config.num_attention_heads, "self_attn.k_proj": config.num_key_value_heads}
    writer = gguf.GGUFWriter(str(out), "llama")
    writer.add_type(gguf.GGUFType.ADAPTER)
    writer.add_string(gguf.Keys.Adapter.TYPE, "lora")
    writer.add_float32(gguf.Keys.Adapter.LORA_ALPHA, float(2 * rank))
    for name, weight in model.named_parameters():
        found = _WEIGHT.search(name)
        if not found:
            continue
        layer, part, side = found.groups()
        values = weight.detach().float().cpu().numpy()
        if side == "B" and part in heads:
            values = _paired(values, heads[part])
        writer.add_tensor(f"blk.{layer}.{NAMES[part]}.weight.lora_{side.lower()}", values.astype(np.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _paired(rows: np.ndarray, heads: int) -> np.ndarray:
    """Put the rows of each head in llama.cpp's rotary order."""
    return rows.reshape(heads, 2, rows.shape[0] // heads // 2, *rows.shape[1:]).swapaxes(1, 2).reshape(rows.shape)
