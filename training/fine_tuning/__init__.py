"""The stages `pretrain`, `sft`, `reward`, `reward-model` and `merge`: a model is fine-tuned on examples, reinforced with verified answers, and made one with
its adapter. By trl and peft.

`config` has the settings, `tokens` says what is learnt of an example, `rows` prepares examples, `weights` loads and saves models,
`pretrain` makes a small decoder from nothing (`local_sgd`: in several processes), `sft` and `grpo` train (`running`: so that a run may be killed), `trained` is the model in a trainer's hands, `trials` lets it solve
problems in the product meanwhile, `reward_model` makes judges of solutions (`reward_config`) and `choosing` says what their choice is worth, `rollouts` says what its solutions earn, `report` draws the curves.
"""
