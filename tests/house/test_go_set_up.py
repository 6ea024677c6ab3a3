"""What `./go` sets up, when it does so again, and what it says where a piece of the system is missing."""

from pathlib import Path

from tests.house.machine import PANGO_PACKAGES, Machine


def test_set_up_installs_the_pinned_packages_and_the_checkout_itself(machine: Machine) -> None:
    machine.go("due")

    assert [call.split("|--no-input|")[1] for call in machine.calls("|pip|")] == [
        f"--require-hashes|-r|{machine.checkout}/requirements.lock",
        f"--no-deps|--no-build-isolation|-e|{machine.checkout}",
    ]


def test_second_run_sets_nothing_up_again(machine: Machine) -> None:
    machine.go("due")
    before = machine.calls()

    run = machine.go("due")

    assert machine.calls()[len(before) :] == [f"{machine.checkout}|-m|policyaudit|due"]
    assert run.stderr == ""


def test_changed_lock_sets_up_again(machine: Machine) -> None:
    machine.go("due")
    (machine.checkout / "requirements.lock").write_text("another\n", encoding="utf-8")

    machine.go("due")

    assert len(machine.calls("|-m|pip|")) == 4
    assert len(machine.calls("|-m|venv|")) == 1


def test_moved_checkout_is_set_up_again_in_its_new_place(machine: Machine, tmp_path: Path) -> None:
    machine.go("due")
    moved = Machine(machine.folder, tmp_path / "moved")
    machine.checkout.rename(moved.checkout)

    moved.go("due")

    assert moved.calls("|pip|")[-1].endswith(f"|-e|{moved.checkout}")


def test_environment_whose_python_is_gone_is_made_again(machine: Machine) -> None:
    machine.go("due")
    (machine.checkout / ".venv/bin/python").unlink()

    run = machine.go("due")

    assert run.returncode == 0
    assert len(machine.calls("|-m|venv|")) == 2


def test_interrupted_set_up_is_repeated(machine: Machine) -> None:
    machine.lets_fail("-m pip install")
    broken = machine.go("due")
    machine.lets_fail("nothing fails")

    repeated = machine.go("due")

    assert broken.returncode == 7
    assert broken.stderr.splitlines()[-1] == (
        "the set-up did not finish: put right what is said above (is there a network?), then run ./go again"
    )
    assert not machine.calls("policyaudit|due")[:-1]
    assert repeated.returncode == 0


def test_environment_that_cannot_be_made_is_said(machine: Machine) -> None:
    machine.lets_fail("-m venv")

    run = machine.go("due")

    assert run.returncode == 7
    assert run.stderr.splitlines()[-1] == (
        f"the environment {machine.checkout}/.venv could not be made: put right what is said above, then run ./go again"
    )


def test_missing_python_is_said_where_nothing_can_install_it(machine: Machine) -> None:
    machine.loses("bin/python3")

    run = machine.go()

    assert run.returncode == 7
    assert run.stderr.splitlines()[-1] == (
        "policyaudit needs Python 3.11 or later with venv: "
        "install it with this system's package tool, then run ./go again"
    )


def test_missing_python_is_said_with_the_command_to_an_ordinary_user(machine: Machine) -> None:
    machine.loses("bin/python3")
    machine.has_apt_get(for_root=False)

    run = machine.go()

    assert run.returncode == 7
    assert run.stderr.splitlines()[-1] == (
        "policyaudit needs Python 3.11 or later with venv: "
        f"sudo apt-get install -y python3 python3-venv {PANGO_PACKAGES}"
    )


def test_missing_python_is_installed_for_root(machine: Machine) -> None:
    machine.loses("bin/python3")
    machine.loses("pango")
    machine.has_apt_get(for_root=True)

    run = machine.go("due")

    install = f"install -qq -y --no-install-recommends python3 python3-venv {PANGO_PACKAGES}"
    assert run.returncode == 0
    assert (machine.folder / "apt").read_text().splitlines() == [install, "update -qq", install]


def test_list_of_packages_is_not_fetched_when_it_is_there(machine: Machine) -> None:
    machine.loses("pango")
    machine.has_apt_get(for_root=True)
    (machine.folder / "apt-lists").touch()

    run = machine.go("due")

    assert run.returncode == 0
    assert (machine.folder / "apt").read_text().splitlines() == [
        f"install -qq -y --no-install-recommends {PANGO_PACKAGES}"
    ]


def test_python_that_is_too_old_is_said(machine: Machine) -> None:
    (machine.folder / "old-python").touch()
    (machine.folder / "apt-lists").touch()
    machine.has_apt_get(for_root=True)

    run = machine.go()

    assert run.returncode == 7
    assert run.stderr.splitlines()[-1] == (
        "policyaudit needs Python 3.11 or later, and this system's own is older (Debian 12 and Ubuntu 24.04 have it)"
    )


def test_missing_pango_is_said_with_the_command_to_an_ordinary_user(machine: Machine) -> None:
    machine.loses("pango")
    machine.has_apt_get(for_root=False)

    run = machine.go("test")

    assert run.returncode == 7
    assert run.stderr.splitlines()[-1] == (
        f"policyaudit needs Pango, which draws the PDFs: sudo apt-get install -y {PANGO_PACKAGES}"
    )


def test_installation_that_fails_is_said_with_the_command(machine: Machine) -> None:
    machine.loses("pango")
    machine.has_apt_get(for_root=True)
    machine.has("apt-get", "#!/bin/sh\nexit 100\n")

    run = machine.go()

    assert run.returncode == 7
    assert run.stderr.splitlines()[-1] == (
        "Pango, which draws the PDFs could not be installed: "
        f"put right what is said above, then apt-get install -y {PANGO_PACKAGES}"
    )
