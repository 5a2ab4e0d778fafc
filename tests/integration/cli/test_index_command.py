"""What an operator does with the search index."""

from tests.support.workplaces import make_workplace


def test_an_operator_makes_the_index_and_sees_that_it_is_well(command_line, database):
    with database.writing() as session:
        make_workplace(session)
    assert "there is no index" in command_line.run("index", "check").output
    assert "1 workplaces in the index\n" in command_line.run("index", "rebuild").output
    result = command_line.run("index", "check")
    assert result.exit_code == 0
    assert result.output == "1 of 1 workplaces in the index\n0 changes wait\n"


def test_an_operator_hears_that_the_index_is_gone(command_line):
    assert command_line.run("index", "check").exit_code == 1
