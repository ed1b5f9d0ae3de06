"""The three looks of Lodestar: a night, a paper, and one of high contrast."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="lodestar-dark",
    dark=True,
    primary="#8fb4c9",
    secondary="#6f8796",
    accent="#e3b873",
    foreground="#d9dde0",
    background="#14191e",
    surface="#1a2027",
    panel="#222a33",
    success="#93b890",
    warning="#e3b873",
    error="#d98c80",
    variables={
        "muted": "#8b97a1",
        "line": "#33404c",
        "own": "#c8d3da",
        "block-cursor-background": "#2f4452",
        "block-cursor-foreground": "#f2f4f5",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#3d5a6c",
        "border": "#5f7f92",
        "border-blurred": "#33404c",
        "scrollbar": "#33404c",
        "scrollbar-hover": "#465767",
        "scrollbar-active": "#8fb4c9",
        "scrollbar-background": "#14191e",
        "scrollbar-background-hover": "#14191e",
        "scrollbar-background-active": "#14191e",
    },
)

LIGHT: Final = Theme(
    name="lodestar-light",
    dark=False,
    primary="#2c5f7c",
    secondary="#587586",
    accent="#8a5a12",
    foreground="#26303a",
    background="#f7f4ee",
    surface="#fdfbf7",
    panel="#ebe6dc",
    success="#3f6b3c",
    warning="#8a5a12",
    error="#9c3b2e",
    variables={
        "muted": "#5f6971",
        "line": "#cfc7b8",
        "own": "#26303a",
        "block-cursor-background": "#d5e2e9",
        "block-cursor-foreground": "#14212b",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#bcd4e0",
        "border": "#2c5f7c",
        "border-blurred": "#cfc7b8",
        "scrollbar": "#cfc7b8",
        "scrollbar-hover": "#b5ab98",
        "scrollbar-active": "#2c5f7c",
        "scrollbar-background": "#f7f4ee",
        "scrollbar-background-hover": "#f7f4ee",
        "scrollbar-background-active": "#f7f4ee",
    },
)

CONTRAST: Final = Theme(
    name="lodestar-contrast",
    dark=True,
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffe14d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#7dff7d",
    warning="#ffe14d",
    error="#ff9d9d",
    text_alpha=1.0,
    variables={
        "muted": "#e0e0e0",
        "line": "#ffffff",
        "own": "#ffffff",
        "block-cursor-background": "#ffe14d",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#ffe14d",
        "border": "#ffe14d",
        "border-blurred": "#ffffff",
        "scrollbar": "#ffffff",
        "scrollbar-hover": "#ffe14d",
        "scrollbar-active": "#ffe14d",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
    },
)

THEMES: Final = (DARK, LIGHT, CONTRAST)
NAMES: Final = {DARK.name: "Night", LIGHT.name: "Paper", CONTRAST.name: "High contrast"}
