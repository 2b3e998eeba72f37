"""The files of `deploy/`: there is no engine here to build images with, so what they say is looked at."""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any

import pytest
import yaml

from solver.settings import Settings
from solver.settings_command import variables

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
DOCKERFILES = sorted(DEPLOY.glob("Dockerfile*"))
COMPOSE = sorted(DEPLOY.glob("compose*.yaml"))
OURS = {variable for name, field in Settings.model_fields.items() for variable in variables(name, field)}
GATEWAY = {"JUPYTER_PATH", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR"}
OTHERS = {"HOST", "PORT", "PATH", "PYTHONUNBUFFERED", "OMP_NUM_THREADS", "HF_HOME"}
REQUIRED = re.findall(r"^([A-Za-z][\w.-]*)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
MODELS = {"torch", "transformers", "accelerate", "bitsandbytes", "peft", "pix2tex"}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(name: str) -> dict[str, str]:
    text = (DEPLOY / name).read_text()
    return {
        canonical(found): version
        for found, version in re.findall(r"^([\w.-]+)==([^ ;]+)", text, re.MULTILINE)
    }


@pytest.mark.parametrize("file", DOCKERFILES, ids=lambda file: file.name)
def test_an_image_runs_as_a_user_and_says_whether_it_is_well(file: Path) -> None:
    steps = re.sub(r"\\\n\s*", "", file.read_text()).splitlines()
    words = [step.split()[0] for step in steps if step and not step.startswith("#")]
    users = [step.split()[1] for step in steps if step.startswith("USER")]
    assert users == ["1000"] and words.index("USER") < words.index("CMD")
    assert any("/healthz" in step or "8888" in step for step in steps if step.startswith("HEALTHCHECK"))
    assert "--require-hashes" in file.read_text()
    assert not re.search(r"(?i)(password|token|secret|api_key)=", file.read_text())


@pytest.mark.parametrize("file", DOCKERFILES, ids=lambda file: file.name)
def test_what_an_image_copies_is_there_and_not_ignored(file: Path) -> None:
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    for line in re.findall(r"^COPY (?!--from)(.+)$", file.read_text(), re.MULTILINE):
        for source in line.split()[:-1]:
            assert (ROOT / source).exists()
            assert any(Path(source).match(pattern) for pattern in kept), source


@pytest.mark.parametrize("file", DOCKERFILES, ids=lambda file: file.name)
def test_variables_of_an_image_are_known(file: Path) -> None:
    (block,) = re.findall(r"^ENV (.+)$", re.sub(r"\\\n\s*", "", file.read_text()), re.MULTILINE)
    names = set(re.findall(r"(\w+)=", block))
    known = OURS | OTHERS | (GATEWAY if file.suffix == ".gateway" else set())
    assert {name for name in names if not name.startswith("NVIDIA_")} <= known


@pytest.mark.parametrize("file", COMPOSE, ids=lambda file: file.name)
def test_compose_gives_our_servers_variables_that_they_know(file: Path) -> None:
    services: dict[str, Any] = yaml.safe_load(file.read_text())["services"]
    for name, service in services.items():
        if name == "kernels":
            assert service["read_only"] and service["cap_drop"] == ["ALL"] and service["mem_limit"]
            assert service["networks"] == ["kernels"] and "ports" not in service
        if name.startswith("stepwise"):
            assert set(service.get("environment", {})) <= OURS | OTHERS
            assert (DEPLOY / service["build"].get("context", "..") / service["build"]["dockerfile"]).is_file()
            if file.name != "compose.gpu.yaml":  # laid over the other one
                assert service["read_only"] and service["cap_drop"] == ["ALL"]
                assert "no-new-privileges:true" in service["security_opt"]
        for value in service.get("environment", {}).values():
            assert not re.search("PASSWORD|TOKEN", str(value)) or "${" in str(value)


def test_what_compose_waits_for_exists() -> None:
    services = yaml.safe_load((DEPLOY / "compose.scale.yaml").read_text())["services"]
    for service in services.values():
        waits = service.get("depends_on", {})
        assert set(waits) <= set(services)
    servers = {name for name in services if name.startswith("stepwise")}
    assert servers and all("kernels" in services[name]["networks"] for name in servers)
    assert services["stepwise-1"]["environment"]["STEPWISE_KERNELS"] == "gateway:http://kernels:8888"
    assert set(re.findall(r"server (stepwise-\d):7860", (DEPLOY / "nginx.conf").read_text())) == servers


def test_the_locks_have_all_that_is_required_in_the_tested_versions() -> None:
    tested = {
        canonical(name): version
        for name, version in re.findall(
            r"^([\w.-]+)==(\S+)", (ROOT / "constraints.txt").read_text(), re.MULTILINE
        )
    }
    slim, whole, gateway = locked("cpu.lock"), locked("gpu.lock"), locked("gateway.lock")
    wanted = {canonical(name) for name in REQUIRED}
    assert wanted <= set(whole), "run `make lock`"
    assert wanted - MODELS <= set(slim), "run `make lock`"
    assert not MODELS & set(slim)
    assert {*slim, "jupyter-kernel-gateway"} <= set(gateway), "run `make lock`"
    for lock in (slim, whole, gateway):
        assert {name: version for name, version in lock.items() if tested.get(name, version) != version} == {}


@pytest.mark.parametrize("name", ["cpu.lock", "gpu.lock", "gateway.lock"])
def test_every_version_of_a_lock_has_a_hash_and_no_address(name: str) -> None:
    text = (DEPLOY / name).read_text()
    assert "://" not in text
    for part in re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in part, part.splitlines()[0]


def test_behind_nginx_everybody_has_an_address_of_their_own() -> None:
    """Servers trust nginx's address, at which nothing else is, and nginx lets nobody say who they are."""
    whole = yaml.safe_load((DEPLOY / "compose.scale.yaml").read_text())
    (network,) = whole["services"]["nginx"]["networks"]
    address = whole["services"]["nginx"]["networks"][network]["ipv4_address"]
    on_it = {name for name, service in whole["services"].items() if network in service.get("networks", ())}
    assert on_it == {"nginx", "stepwise-1", "stepwise-2"}
    (config,) = whole["networks"][network]["ipam"]["config"]
    given = ip_network(config["ip_range"])
    assert given.subnet_of(ip_network(config["subnet"])) and given.num_addresses > 2 * len(on_it)
    for fixed in (address, config["gateway"]):
        assert ip_address(fixed) in ip_network(config["subnet"]) and ip_address(fixed) not in given
    for name in on_it - {"nginx"}:
        trusted = whole["services"][name]["environment"]["STEPWISE_TRUSTED_PROXIES"]
        assert trusted == f"${{STEPWISE_TRUSTED_PROXIES:-{address}}}"
    conf = (DEPLOY / "nginx.conf").read_text()
    for header in ("X-Forwarded-User", "X-Forwarded-Groups"):
        assert f'proxy_set_header {header} "";' in conf
