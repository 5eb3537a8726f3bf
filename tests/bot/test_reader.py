"""A message read whole, by the trained model: what is to be answered, and in which order."""

import asyncio

import pytest
from rasa.core.agent import Agent

from bot.entities import NAME
from bot.reading import Reader


@pytest.fixture(scope="module")
def read(model):
    """The intents and the names of what is to be answered."""
    reader = Reader(Agent.load(str(model)).parse_message)

    def meant(text):
        return [
            (each["intent"]["name"], [name["text"] for name in each["entities"] if name["entity"] == NAME])
            for each in _now(reader.read(text))
        ]

    return meant


def _now(coroutine):
    return asyncio.run(coroutine)


def topics(meant):
    return [topic for topic, _ in meant]


def test_each_question_is_answered_in_order(read):
    assert topics(read("Who can see it? How long do you keep it?")) == ["recipients", "retention"]


def test_a_question_is_answered_once_however_often_it_is_put(read):
    assert topics(read("How long do you keep it? I said, how long do you keep it??")) == ["retention"]


def test_a_greeting_beside_a_question_is_not_answered(read):
    assert topics(read("Good morning! Can the police see my file?")) == ["recipients"]


def test_what_is_told_beside_a_question_is_no_question_though_it_begins_like_one(read):
    assert topics(read("How the bins get emptied is a mystery. Can the police see my file?")) == ["recipients"]


def test_a_story_before_a_question_does_not_change_it(read):
    story = "We moved here in spring and my boy started at a new nursery. The forms were endless. "
    assert topics(read(story + "How long do you keep our information?")) == ["retention"]


@pytest.mark.parametrize(
    "message",
    [
        "my husband punched me again last night. how long do you keep my data?",
        "How long do you keep my data? My husband punched me again last night.",
    ],
)
def test_help_comes_first_wherever_harm_is_told_and_the_question_after_it(read, message):
    assert topics(read(message)) == ["safeguarding", "retention"]


def test_in_the_same_breath_only_a_question_about_someone_named_comes_after_help(read):
    [(first, _), (second, names)] = read("my dad beats me up will you tell my school")
    assert (first, second) == ("safeguarding", "recipients") and any("school" in name for name in names)
    assert topics(read("my dad beats me up will you tell him")) == ["safeguarding"]


def test_what_only_points_asks_of_what_was_named_before_it(read):
    [(topic, names)] = read("I am on probation at the moment. Can they see what you have on me?")
    assert topic == "recipients" and names == ["probation"]


def test_however_many_sentences_there_are_all_of_them_are_read(read):
    assert topics(read("So. " * 150 + "My uncle hits me every night. " + "So. " * 60))[0] == "safeguarding"


def test_what_asks_nothing_new_is_not_answered_by_itself(read):
    assert topics(read("Can the police get my data? Y/N?")) == ["recipients"]
    assert topics(read("Can the police get my data? Is it safe?")) == ["recipients", "security"]
    [(topic, names)] = read("I keep thinking that the police get told about us. Do they?")
    assert (topic, names) == ("recipients", ["the police"])


def test_a_question_is_read_with_what_was_told_before_it_where_that_makes_it_surer(read):
    assert topics(read("My uncle passed away at Easter. Could we be shown what was written on him?")) == ["deceased"]


def test_what_asks_only_for_the_notices_word_on_it_asks_what_was_told(read):
    assert topics(read("Resident wants his date of birth put right in our records. Does the notice cover that?")) == [
        "right_to_rectification"
    ]


def test_what_points_at_all_that_was_named_asks_of_all_of_it(read):
    [(topic, names)] = read("I never agreed to my employer or the police having my file. Are both listed?")
    assert (topic, len(names)) == ("recipients", 2)


def test_beside_other_questions_who_else_has_it_asks_who_has_it(read):
    assert topics(read("How long do you keep it? Who else has got it?")) == ["retention", "recipients"]


def test_beside_harm_what_surely_asks_of_data_is_answered_though_it_is_no_question_by_its_form(read):
    message = "My husband punched me again last night. I only came on here to find out how long records are kept."
    assert topics(read(message)) == ["safeguarding", "retention"]


def test_who_asks_of_one_in_particular_that_nothing_knows_is_asked_back(read):
    assert topics(read("It has been a long and dreary week. Does he get to hear about any of this?")) == [
        "nlu_fallback"
    ]


def test_one_who_is_only_told_of_and_is_on_no_list_is_nobody_known(read):
    told = "I play chess of a Sunday with the same two chaps."
    [(topic, [named])] = read(f"{told} Would either of them be told about my care?")
    assert topic == "recipients" and named in told
    assert topics(read("OK, that's good to know, thanks. Can they see it?")) == ["nlu_fallback"]


def test_he_and_she_are_the_person_named_before(read):
    [(topic, names)] = read("My neighbour and I share a hedge. Could she see what you have on my care package?")
    assert topic == "recipients" and "neighbour" in names


def test_of_whom_is_asked_may_be_told_after_it(read):
    [(topic, names)] = read("Can the girl with the trolley be told? She is from a home care agency.")
    assert topic == "recipients" and names == ["home care agency"]


def test_what_stands_before_a_colon_is_what_is_asked_of(read):
    [(topic, names)] = read("The Home Office, courts and my employer: who gets it?")
    assert topic == "recipients" and len(names) == 3


def test_after_harm_is_told_he_is_who_did_it(read):
    [(first, _), (second, names)] = read("My husband punched me again last night. Can he get my new address off you?")
    assert (first, second) == ("safeguarding", "recipients") and names == ["husband"]


def test_whether_the_notice_gives_it_is_asked_of_what_was_told(read):
    assert topics(read("I want my whole file deleted. Does the notice give me that?")) == ["right_to_erasure"]


def test_a_whole_list_that_is_hardly_asked_for_is_not_given_beside_another_answer(read):
    assert topics(read("How long do you keep it? Who helps with that?")) == ["retention"]


def test_two_names_and_a_word_that_asks_are_a_question(read):
    assert topics(read("Can the court get it, and can my boss?")) == ["recipients", "recipients"]


def test_each_of_a_row_of_questions_is_answered(read):
    row = "what is it for, who gets it, and how long is it kept?"
    assert topics(read(row)) == ["purposes", "recipients", "retention"]


def test_two_that_only_may_be_of_one_line_are_each_asked_about(read):
    meant = read("Do you share with the dentist? And with the ambulance service?")
    assert [names for _, names in meant] == [["dentist"], ["ambulance service"]]


def test_whether_it_applies_is_asked_beside_another_question(read):
    assert topics(read("Does the notice apply to fostering too? How long do you keep the notes?")) == [
        "scope",
        "retention",
    ]


def test_what_tells_of_another_matter_and_asks_nothing_is_out_of_scope(read):
    assert topics(read("i scored 14 goals on fifa today")) == ["out_of_scope"]


def test_what_only_asks_for_help_is_answered_by_the_help_alone(read):
    assert topics(read("Caller says her carer locks her in the bathroom. What do I do?")) == ["safeguarding"]


def test_after_harm_is_told_it_may_be_asked_whether_he_finds_out(read):
    [(first, _), (second, names)] = read("My stepdad locks me out at night. Will he find out if I tell?")
    assert (first, second) == ("safeguarding", "recipients") and names


def test_what_is_asked_before_harm_is_told_as_its_reason_comes_after_help(read):
    message = "how long do you keep records, asking because I have got enough pills to end it tonight"
    assert topics(read(message)) == ["safeguarding", "retention"]


def test_a_guess_at_the_answer_is_no_question_of_its_own(read):
    assert topics(read("Who decides each time that something is passed on? The team manager?")) == ["who_decides"]


def test_which_is_listed_asks_of_all_that_was_named(read):
    [(topic, names)] = read("The Care Act and the Highways Act. Which is listed?")
    assert (topic, len(names)) == ("legal_bases", 2)


def test_who_is_named_and_not_listed_is_asked_about_whatever_is_done(read):
    [(topic, names)] = read("so you flog it all to asda")
    assert (topic, names) == ("recipients", ["asda"])
    [(topic, names)] = read("why must asda know about my mum's bad leg")
    assert (topic, names) == ("recipients", ["asda"])


def test_two_words_that_hardly_sound_of_harm_bring_no_help(read):
    message = "Whose decision is it when a thing is passed on? The boss? The duty manager?"
    assert topics(read(message)) == ["who_decides"]


def test_two_calm_questions_do_not_tell_of_harm_together(read):
    assert topics(read("Can you tell the police? And can you tell my GP?")) == ["recipients", "recipients"]


def test_what_is_taken_back_is_not_asked(read):
    assert read("do you tell the police - no sorry, I mean probation") == [("recipients", ["probation"])]


def test_what_is_demanded_and_what_is_asked_beside_it_are_both_answered(read):
    message = "I want all of it erased, and if you say no, who do I complain to?"
    assert topics(read(message)) == ["right_to_erasure", "complaints"]


def test_how_to_do_it_asks_of_what_was_told(read):
    message = "There's a wrong date in my records and it needs correcting. How do I do that?"
    assert topics(read(message)) == ["right_to_rectification"]


def test_who_wants_all_laws_gets_all_whoever_wants_them(read):
    assert read("councillor wants the list of laws, all of it") == [("legal_bases", [])]


def test_whatever_is_told_beside_all_laws_are_asked_for(read):
    assert read("child neglect course tomorrow, which laws do you list") == [("legal_bases", [])]


def test_a_part_of_a_calm_message_must_tell_of_harm_surely(read):
    message = "Does my uncle get to hear about me? We don't see him these days."
    assert topics(read(message)) == ["recipients"]


def test_an_example_is_no_question_of_its_own(read):
    assert topics(read("What sorts of facts do you hold on people? Like hobbies?")) == ["data_collected"]


def test_another_matter_beside_a_question_is_answered_too(read):
    message = "When is the tip open on Sundays, and do the police get my file?"
    assert topics(read(message)) == ["out_of_scope", "recipients"]


def test_each_of_a_row_of_things_to_tell_is_answered(read):
    message = "Please tell me all your reasons, which laws you go by, and how long you keep it."
    assert topics(read(message)) == ["purposes", "legal_bases", "retention"]


def test_what_is_wanted_after_what_is_not_is_asked_alone(read):
    assert topics(read("I don't mind what you use it for, I want to know who sees it.")) == ["recipients"]


def test_whether_it_is_given_as_a_reason_asks_of_the_use_named_before(read):
    assert read("Do you use my photo for adverts? Is it put down as a reason?") == [("purposes", ["adverts"])]


def test_whether_something_was_missed_asks_nothing_new(read):
    assert topics(read("There's no word on how long you keep it. Or did I miss something?")) == ["retention"]


def test_after_harm_is_told_someones_doctor_may_be_asked_about(read):
    message = "my brother hits me when he drinks and if i say so, will his gp get told"
    assert topics(read(message)) == ["safeguarding", "recipients"]


def test_few_words_that_point_at_what_was_asked_ask_nothing_of_their_own(read):
    message = "Is there a separate notice for the Troubled Families programme, and who wrote that up?"
    assert topics(read(message)) == ["troubled_families"]


def test_what_stands_before_a_numbered_list_is_no_entry_of_it(read):
    message = "Mum, 80, wants two things (a) is the Mental Capacity Act named (b) how long is it kept"
    assert topics(read(message)) == ["legal_bases", "retention"]


def test_a_use_that_is_told_and_asked_about_is_answered_once(read):
    assert topics(read("It'd be awful if my notes trained an AI. Do you use them for training AI?")) == ["purposes"]


def test_a_sentence_that_begins_like_a_question_tells_beside_one(read):
    assert topics(read("What my nan eats is written down by the day centre. Does her GP get it?")) == ["recipients"]


def test_what_is_not_asked_is_not_answered(read):
    assert topics(read("I'm not asking if you keep it for long. I'm asking if a computer decides.")) == [
        "automated_decisions"
    ]


def test_a_part_cut_out_of_a_sentence_does_not_calm_it(read):
    message = "i have to watch what i write, he reads everything and hits me for it"
    assert topics(read(message)) == ["safeguarding"]


def test_what_is_taken_back_after_a_full_stop_is_not_asked(read):
    assert read("do you tell the CQB. sorry CQC I meant") == [("recipients", ["CQC"])]


def test_what_a_caller_asks_is_a_question(read):
    message = "Care Act one of our laws? Caller also asks how to get something put right"
    assert topics(read(message)) == ["legal_bases", "right_to_rectification"]


def test_a_line_that_is_wanted_is_asked_for(read):
    message = "Automated decisions line verbatim pls. Caller also asks how long it is kept"
    assert topics(read(message)) == ["automated_decisions", "retention"]


def test_what_is_asked_of_ones_own_case_after_harm_is_answered_after_help(read):
    message = "my ex found my new flat and strangled me. did you give him my address"
    assert topics(read(message)) == ["safeguarding", "my_case"]


def test_a_tag_makes_a_question_after_harm(read):
    message = "My dad punches my mum every night. You never tell the newspapers things do you"
    assert topics(read(message)) == ["safeguarding", "recipients"]


def test_who_is_dead_changes_what_is_asked(read):
    message = "My mum died at Easter. Could I, as her daughter, look at her social services records?"
    assert topics(read(message)) == ["deceased"]


def test_one_in_particular_may_come_before_what_is_done(read):
    assert topics(read("the flat company can know about her?")) == ["nlu_fallback"]


def test_three_words_that_say_nothing_are_not_answered_beside_a_question(read):
    assert topics(read("caller wants to know who rang about her kids. can we say")) == ["my_case"]


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ("How would I go about that?", "how_to"),
        ("deadline for that?", "how_to"),
        ("and how long?", "retention"),
        ("and why would you tell them that", "why"),
        ("so who should I ring", "contact"),
        ("who else gets to see it", "recipients"),
        ("is it the same for midwives", "recipients"),
        ("Right. And the nursing home, he likes the roses there", "recipients"),
        ("n other schools cuz im moving", "recipients"),
        ("ugh, so tired, all over the shop today, the police I meant", "recipients"),
        ("what CP-IS is, I saw it in your privacy notice somewhere", "purposes"),
    ],
)
def test_what_leans_on_the_last_answer_goes_on_from_it(read, message, topic):
    assert topics(read(message)) == [topic]


def test_how_to_go_about_it_is_told_with_the_answer_to_the_question_before_it(read):
    assert topics(read("How do I get a copy of my file? And how would I go about that?")) == ["right_of_access"]


def test_beside_a_calm_question_what_is_told_must_surely_be_of_harm(read):
    assert topics(read("Will my uncle be told about me? He lives in Wales these days.")) == ["recipients"]


def test_one_who_is_described_and_is_nobody_known_never_gets_the_whole_list(read):
    [(topic, names)] = read("can you send my details to the outfit that prints my calendars")
    assert topic == "nlu_fallback" or names


def test_who_is_described_first_and_then_pointed_at_is_whom_it_asks_of(read):
    [(topic, names)] = read("There is a lady who marks the care homes out of four. Do you share with her lot?")
    assert topic == "recipients" and len(names) == 1


def test_two_who_are_described_are_asked_about_each_by_itself(read):
    meant = read("can you share it with the officers who nick burglars, and with whoever sits in parliament for us")
    assert topics(meant) == ["recipients", "recipients"] and all(names for _, names in meant)


def test_two_who_are_described_after_one_verb_are_two_questions(read):
    meant = read("do you share with the officers who nick burglars or the ones who inspect care homes")
    assert topics(meant) == ["recipients", "recipients"] and len({str(names) for _, names in meant}) == 2


def test_two_who_are_described_and_nobody_on_the_list_are_two_questions(read):
    meant = read("Do the folk I have my mortgage with get told, and do the ones who supply my electric?")
    assert topics(meant) == ["recipients", "recipients"]


def test_what_is_asked_of_both_is_asked_of_each(read):
    meant = read("the ones in blue who nick burglars and the doctor round the corner, do they both get my info")
    assert topics(meant) == ["recipients", "recipients"] and all(len(names) == 1 for _, names in meant)


def test_a_woman_is_no_brother_and_may_be_told_of_all_the_same(read):
    [(topic, names)] = read("A lady from a charity reads to my uncle on Mondays. Does she get his notes?")
    assert topic == "recipients" and names and "uncle" not in [name.lower() for name in names]


def test_what_was_told_to_somebody_is_not_asked_about_them(read):
    [(topic, names)] = read("The probation office rang. Can they get what we told our social worker?")
    assert topic == "recipients" and len(names) == 1 and "robation" in names[0]


def test_what_a_second_question_begins_with_may_be_shortened(read):
    assert topics(read("Is there a notice for children, and what's the email of your data protection officer?")) == [
        "child_notice",
        "contact",
    ]


def test_why_is_asked_of_the_last_answer_whatever_is_told_after_it(read):
    assert topics(read("why? client moved here from another county")) == ["why"]


def test_who_gave_it_away_is_asked_of_ones_own_case(read):
    assert topics(read("The other side in court has my whole assessment. Who gave it to them?")) == ["my_case"]


def test_doubt_at_an_answer_asks_where_it_stands(read):
    assert topics(read("are you really certain about that")) == ["where_said"]


def test_what_is_told_of_one_does_not_change_who_is_asked_about(read):
    [(topic, names)] = read("my brother lives in a supported living flat with staff, can the police see it")
    assert topic == "recipients" and names == ["the police"]


def test_who_is_told_what_others_tell_is_a_recipient(read):
    assert read("do you pass on what neighbours tell you to the police")[0][0] == "recipients"


def test_what_one_would_like_to_know_is_asked_beside_a_question(read):
    message = "I'd like to know where you got all this about me from. And do the papers hear of it?"
    assert topics(read(message)) == ["data_source", "recipients"]


def test_one_of_your_reasons_is_what_was_named_before(read):
    [(topic, names)] = read("You use my data for adverts, I know it. It's one of your reasons, isn't it?")
    assert (topic, names) == ("purposes", ["adverts"])


def test_what_was_done_is_of_ones_own_case_though_who_it_was_done_to_is_listed(read):
    assert topics(read("You went and told the college everything, didn't you, own up")) == ["my_case"]


def test_where_it_would_be_put_up_is_a_recipient(read):
    assert read("do u stick our details on facebook lol")[0][0] == "recipients"


def test_whom_i_live_with_asks_for_no_list(read):
    assert topics(read("What do you write down on people, hobbies? who I go out with?")) == ["data_collected"]


def test_whom_them_is_when_nobody_is_named_is_asked_back(read):
    assert topics(read("Client asks about them again. Can we share with them?")) == ["nlu_fallback"]
    [(_, named)] = read("Client asks about the ones who tune her piano. Can we share with them?")
    assert named == ["the ones who tune her piano"]


def test_whether_one_that_nothing_knows_is_listed_never_gets_the_whole_list(read):
    [(topic, names)] = read("Those outfits that sell garden gnomes by phone. Can you give them my details?")
    assert topic == "nlu_fallback" or names


def test_what_says_hardly_more_than_a_name_asks_what_was_asked_before_it(read):
    meant = read("Is the newspaper one of those you tell? Is the ombudsman?")
    assert meant == [("recipients", ["newspaper"]), ("recipients", ["ombudsman"])]


def test_which_ones_after_somebody_who_is_not_listed_asks_of_them(read):
    assert read("Banks are on your list then. Which ones?") == [("recipients", ["Banks"])]


def test_a_line_wanted_after_a_reason_is_the_reasons(read):
    assert topics(read("Resident asks if safeguarding is down as a purpose. Line to read to her please")) == [
        "purposes"
    ]


def test_whoever_works_somewhere_may_want_all_laws(read):
    assert read("I work at a hostel and want every law, all of them please") == [("legal_bases", [])]


def test_what_somebody_claims_is_not_what_is_asked_of_somebody_who_is_named(read):
    [(topic, names)] = read("You don't tell the police things, do you? My cousin swore you told on him.")
    assert (topic, names) == ("recipients", ["the police"])


def test_who_is_told_of_first_may_be_whom_an_office_is_asked_of(read):
    [(topic, names)] = read(
        "I get my dole money every two weeks and sign my name for it. Is that office told about this?"
    )
    assert topic == "recipients" and len(names) == 1


def test_whether_it_is_the_same_for_something_says_the_last_answer_again(read):
    assert topics(read("and does that go for old paper files")) == ["repeat"]
