"""Whom a question is about, of all whom it names."""

import pytest

from bot.nlu.names import NameFinder
from bot.nlu.roles import asked_about
from bot.nlu.spacy_words import words


@pytest.fixture(scope="module")
def about(knowledge_base):
    finder = NameFinder(knowledge_base.names())

    def named(text):
        tokens = words().of(text)
        known = finder.known(tokens)
        found = sorted([*known, *finder.unknown(tokens, known)], key=lambda each: each.first)
        return [text[tokens[each.first].start : tokens[each.end - 1].end] for each in asked_about(text, tokens, found)]

    return named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("can the nursing home be given mum's details", ["nursing home"]),
        ("she claims that the press are told", ["the press"]),
        ("embassies + the police, either on there", ["embassies", "the police"]),
        ("is it the police, the courts and a private detective", ["the police", "courts", "private detective"]),
        ("I was told by my carer to ask about banks", ["banks"]),
        ("can the police or my boss see it", ["the police", "my boss"]),
        ("do you tell the police about me, or my boss?", ["the police", "my boss"]),
        ("will you tell my mum", ["mum"]),
        ("will the gp know what I told my social worker", ["gp"]),
        ("can the police see what my social worker wrote", ["the police"]),
        ("not the police, the probation service", ["probation service"]),
        ("is the school given information by social services", ["school"]),
        ("do you talk to my daughter's teacher", ["teacher"]),
        ("is it only about my mum", []),
        ("do journalists get data from you", ["journalists"]),
        ("will my gran hear what i wrote about staying with my uncle", ["gran"]),
        ("I live with my dad, will he be told?", ["dad"]),
        ("is there anything in the notice about newspapers", ["newspapers"]),
        ("does my nans file go to the police", ["the police"]),
        ("what about my nans neighbour", ["neighbour"]),
        ("do you tell the police - no sorry, wrong one, the courts", ["courts"]),
        ("can the carers who come to my dad's flat see it", ["carers"]),
        ("my MP wants the list of laws", []),
        ("does my mum need to know, or my sister needs to know", ["mum", "sister"]),
        ("can a reporter from the local paper see it", ["reporter"]),
        ("would my employer be told that social services are involved with us", ["employer"]),
        ("would the school get information off social services", ["school"]),
        ("do you tell the home office about a family who come to the social worker", ["home office"]),
        ("do uni students who want to be social workers get given it", ["uni", "students"]),
        ("if social services already know do they tell the police", ["the police"]),
        ("does the adult social care team share with the police", ["the police"]),
        ("can the police find out that a family is known to social services", ["the police"]),
        ("is the gp told if you're with social care", ["gp"]),
        ("do you tell neighbours stuff", ["neighbours"]),
        ("u dont post my info on tiktok do u", ["tiktok"]),
        ("is the gp told about children with a social worker", ["gp"]),
        ("do tenants get social worker information", ["tenants"]),
        ("do you tell a charity that helps with furniture", ["charity"]),
        ("do you use abuse case notes to train ai", ["train ai"]),
        ("are safeguarding records sent to the police", ["the police"]),
        ("give me everyone on the list", []),
        ("are you going to tell my mates stuff about me", ["my mates"]),
        ("does the tax office look in the papers of the social worker", ["tax office"]),
        ("all the recipients, to read out to a parent", []),
        ("do you say that to the police", ["the police"]),
        ("my foster carer's son is rude, does he see it", []),
        ("does probation get to hear about all of this from you lot, and the coroner?", ["probation", "coroner"]),
    ],
)
def test_whose_data_it_is_and_who_was_told_is_not_whom_the_question_is_about(about, text, named):
    assert about(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("will my manager be told I have a social worker", ["my manager"]),
        ("does the bus company that drives her to the day centre see this", ["bus company"]),
        ("Is it used for planning and for adverts?", ["planning", "adverts"]),
        ("do you use it for advertising, such as leaflets", ["advertising"]),
        ("does the gp at my work in the shop see it", ["gp"]),
    ],
)
def test_where_somebody_goes_and_what_somebody_has_is_not_whom_the_question_is_about(about, text, named):
    assert about(text) == named


def test_whom_somebody_cares_for_is_not_whom_the_question_is_about(about):
    assert about("Can the carers who wash and dress my mother see it?") == ["carers"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("We are a small charity that works with young carers. Which laws do you rely on?", []),
        ("My son goes to a youth club near the library, could the police see his file?", ["the police"]),
        # What points back, or leaves out what it asks of, asks of what is named before it.
        ("We have had the same probation officer for years, does she see it?", ["probation officer"]),
        ("I saw something about spot checks for the programme, is our data used?", ["spot checks"]),
        ("They spoke of a Care Act, which was meant to help us all a bit", ["Care Act"]),
    ],
)
def test_what_is_told_before_a_question_is_not_what_it_asks_of(about, text, named):
    assert about(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("can the firm that tests my boiler hear that I've got carers", []),
        ("will the man who cuts my hedge know I have a social worker", []),
        ("I'm a young carer, could you tell a charity", ["charity"]),
        ("Does Ofsted, the body that inspects schools, see my file?", ["Ofsted"]),
        ("is my mate from the youth club told", ["my mate"]),
        ("the priest of our church asks, do you tell him", ["priest"]),
        ("is selling it for profit one of the reasons", ["selling it"]),
        ("my teacher says MPs can get it from you", ["MPs"]),
        ("can my boss at my job in the bakery get it", ["my boss"]),
        ("what about my manager at the corner shop", ["my manager"]),
        ("are the police told that my cousin pinched a bike with his mates", ["the police"]),
        ("the uni where my niece is studying for social worker, do you share with the uni", ["uni"]),
        ("my landlord, they hear from you that i have a social worker?", ["landlord"]),
        ("is it to settle invoices, or for licensing", ["invoices", "licensing"]),
        ("name everyone we tell", []),
        ("her next door with the whippet, is she told", ["her next door"]),
        ("once more about my stepdad, does he get it", ["stepdad"]),
        ("is the nurse at the GP surgery told", ["GP surgery"]),
    ],
)
def test_what_only_describes_another_is_not_asked_about(about, text, named):
    assert about(text) == named
