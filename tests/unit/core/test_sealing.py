import pytest

from webapp.core.sealing import BrokenSealError, Sealer


def test_what_is_sealed_is_read_by_its_owner_alone():
    sealer = Sealer(["de sleutel"])
    sealed = sealer.seal("geheim", owner="bbbbbbbbbb")
    assert "geheim" not in sealed
    assert sealer.open(sealed, owner="bbbbbbbbbb") == "geheim"
    with pytest.raises(BrokenSealError):
        sealer.open(sealed, owner="cccccccccc")


@pytest.mark.parametrize("broken", ["", "geen zegel", "é", "gAAAAA" * 20])
def test_what_nobody_sealed_is_not_opened(broken):
    with pytest.raises(BrokenSealError):
        Sealer(["de sleutel"]).open(broken, owner="bbbbbbbbbb")
    with pytest.raises(BrokenSealError):
        Sealer(["de sleutel"]).renew(broken)


def test_a_former_key_opens_and_the_newest_seals():
    sealed = Sealer(["oud"]).seal("geheim", owner="b")
    both = Sealer(["nieuw", "oud"])
    assert both.open(sealed, owner="b") == "geheim"
    with pytest.raises(BrokenSealError):
        Sealer(["nieuw"]).open(sealed, owner="b")
    renewed = both.renew(sealed)
    assert Sealer(["nieuw"]).open(renewed, owner="b") == "geheim"
    with pytest.raises(BrokenSealError):
        Sealer(["oud"]).open(renewed, owner="b")
