"""The stages `sft` and `merge`: a model is fine-tuned on examples by trl and peft, and its adapter made part of it.

`config` has the settings, `tokens` says what is learnt of an example, `rows` prepares them, `weights` loads and saves models,
`trainer` trains, `trials` lets the model solve problems meanwhile, `report` draws the curves. torch is imported when a stage
runs.
"""
