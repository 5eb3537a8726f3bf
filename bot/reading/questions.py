"""Takes a message apart: into its sentences, and into the questions that it asks."""

from __future__ import annotations

import itertools
import re

from bot.nlu.descriptions import describes_somebody, description_in

# Rasa takes a text that starts with this as an intent by name. Here it is always a person's words.
_COMMAND_PREFIX = "/"

_QUESTION_WORD = (
    r"(?:who|whom|whose|what|which|wich|why|when|where|how|can|could|do|does|did|is|are|am|was|were|will|would|should"
    r"|have|has|may|wot|wat|hu|y|whats|whos|wheres|hows|whens)"
)
# "why …", "whether …"
_QUESTION_OR_IF = rf"(?:{_QUESTION_WORD}|whether|if)"
# What may stand before a question or a demand, and is no part of it.
LEAD_IN = (
    r"(?:(?:and|but|also|so|or|plus|then|well|right|ok|okay|please|pls|just|kindly|look|listen|hi|hello|hey|sorry|no)"
    r"[\s,]+)*"
)
_CAN_YOU = r"(?:(?:can|could|would) you (?:(?:please|pls|just|kindly) )?)?"
# "under what law", "to which countries"
_OF_WHAT = r"(?:to|in|for|from|with|by|under|on|about|at)"
# "Can't see the point" tells, and only leaves out who; "can't the school see it" asks.
_LEFT_OUT_WHO = (
    r"(?:ca|could|do|does|did|is|are|has|have|had|wo|would|was|were)n['’]?t\s"
    r"+(?!(?:you|u|ya|i|we|they|he|she|it|this|that|there|the|my|our|your|his|her|their|any\w*|some\w*|every\w*)\b)"
)
_ASKS = re.compile(
    rf"^{LEAD_IN}(?:if (?:so|yes|it (?:does|is))[\s,]+)?"
    rf"(?!{_LEFT_OUT_WHO}|could (?:murder|kill for|do with|eat|sleep|cry|scream|weep)\b)"
    rf"(?:(?:{_OF_WHAT} )?{_QUESTION_WORD}|tell me"
    r"|(?:wants?|needs?) (?:the )?(?:exact |full )?(?:wording|lines?|statement|section|list) (?:on|of|for|about)"
    r"|(?:list|name|give me|show me|send me)"
    r" (?:every|all|each|the (?:full|whole|complete|exact))"
    r"|(?:(?:i|we) ?)?(?:just |only )?(?:asks?|asking|(?:wants?|needs?|['’]d like|would like) to know)"
    r" (?:if|whether|who|what|which|how|why|where)|asks (?:do|does|is|are|can|will)"
    r"|(?:say|confirm|explain|let me know) (?:to me )?(?:if|whether|who|what|which|how|why)"
    r")\b",
    re.IGNORECASE,
)
# Of whom or what a question within a clause asks, once its first word is said: "how do *I*", "what *you* hold".
_SOMEBODY = r"(?:i|you|u|ya|we|they|he|she|my|the|da|your|ur|anyone|somebody|someone|school|skool)"
# "I do the post", "and do the post" tell of something done.
_DONE = "".join(rf"(?<!\b{word} )" for word in ("i", "we", "they", "to", "and"))
# Also in the midst of a clause: "there are mistakes in my file how do I get them put right".
_ASKS_WITHIN = re.compile(
    r"\b(?:where (?:do|does|did|can|could|will|would|is|are)\b"
    r"|(?:how|why)\s+(?:do|does|did|can|could|will|would|should|is|are)\s+\w+"
    rf"|{_DONE}(?:can|could|do|does|did|will|would|should)\s+{_SOMEBODY}\b"
    r"|(?<!\bsee )how\s+(?:long|much)\b"
    r"|(?:caller|customer|resident|client|cust|tenant|lady|gentleman)\s+(?:also\s+)?(?:asks?|asking|(?:wants?|needs?|demands?)"
    rf"\s+to\s+know)\s+{_QUESTION_OR_IF}\b"
    # Not "the form, it asks whether".
    r"|(?<!\bit )(?:asks?|asking|wants? to know|needs? to know)\s+(?:if|whether)\b"
    r"|(?<!\bit )(?<!\bform )asks\s+(?:what|who|how|why|which|where)\b)",
    re.IGNORECASE,
)
# "i wanna no what you hold on me": asks, but tells beside what asks outright: "It's awful what you hold. Who sees it?"
_MAY_ASK_WITHIN = re.compile(
    rf"\b(?:how|who|what|why)\s+{_SOMEBODY}\b",
    re.IGNORECASE,
)
# "this is the school computer" tells.
_NOT_TELLING = "".join(
    rf"(?<!\b{word})" for word in ("this", "that", "it", "there", "he", "she", "they", "we", "you", "here")
)
# Where in a sentence its question begins: "ive been hurt, will you tell my school".
_QUESTION_BEGINS = re.compile(
    rf"{_NOT_TELLING}[\s,;:-]+{LEAD_IN}"
    r"(?=(?:(?:who|whom|what|which|wot|can|could|do|does|did|will|would|should|is|are)\s+"
    r"(?:i|you|u|ya|we|they|he|she|it|this|that|my|his|her|their|our|the|da|your|ur|anyone|somebody|someone|social"
    r"|school|skool|police"
    r"|dad|daddy|mum|mummy|mam|nan|gran|grandad|grandma|law|laws|is|are|else|gets?|sees?|knows?)\b)"
    r"|(?:why|when|where|how)\s+(?:can|could|do|does|did|will|would|should|is|are|long|much)\b"
    rf"|(?:asks?|asking)\s+(?:if|whether)\b|(?:wants?|needs?) to know\s+{_QUESTION_OR_IF}\b)",
    re.IGNORECASE,
)
_BECAUSE = r"(?:cos|coz|cus|cuz|bc|because)"
# "how long do you keep it, asking because …"
_ITS_REASON = re.compile(
    rf"[,;.–—-]*\s+(?:(?:i['’]?m |i am |i )?(?:only |just )?ask(?:ing)? )?{_BECAUSE}\b",
    re.IGNORECASE,
)
# "the police I mean", "I meant the police"
_I_MEANT = re.compile(r",?\s*i (?:mean|meant)\W*$", re.IGNORECASE)
_I_MEANT_THE = re.compile(r"\bi (?:mean|meant)(?: (?:the|my|our|his|her))?\s+$", re.IGNORECASE)
# What is told of somebody who was only just named: "…, he goes on Tuesdays", "… cos I'm moving".
_ITS_REASON_OR_STORY = re.compile(rf"\s*(?:[,.;–—-]|(?:{_BECAUSE}|as|since)\b)", re.IGNORECASE)
# "I want every trace of me wiped, and …", "wording on transfers, and …"
_DEMAND = re.compile(
    rf"^{LEAD_IN}(?P<demand>(?:(?:i|we) (?:want|demand|insist|wish|would like)|(?:i|we)['’]d like|i['’]m demanding"
    r"|needs?|(?:the )?(?:exact )?(?:wording|lines?|statement|section|list) (?:on|of|for|about))\b"
    r"(?! to know).*?)\s*,?\sand\s",
    re.IGNORECASE,
)
_WORDS_OF_A_TAG = 2
# "Do schools get it? Also the dentist."
_ALSO = re.compile(r"(?:also|and|and also|plus|or|same for|what about) (?:[\w'’-]+ ?){1,4}\W*", re.IGNORECASE)
# "DWP y/n" and "DWP line pls" ask as "DWP?" does.
_ENDS_ASKING = re.compile(
    r"(?:\?|\by ?/ ?n\W?|\b(?:lines?|wording|list|section|text)\b[^.?!]{0,20}\b(?:pls|plz|please)\W*)\s*$",
    re.IGNORECASE,
)
# "you never tell the papers do you"
_HAS_A_TAG = re.compile(
    r"\w{2,}.*[\s,](?<!what )(?<!who )(?<!how )(?<!to )(?:do|does|did|will|would|can|could|is|are|has|have)(?:n['’]?t)?"
    r" (?:you|u|ya|they|he|she|it|we)\W*$",
    re.IGNORECASE,
)
# "tell me who gets it", "I want the list": asks, and may end as a sentence does.
_TELL = re.compile(
    rf"{LEAD_IN}{_CAN_YOU}(?:tell|list|name|give|show|send|explain|say|confirm|let me know|i|we)\b",
    re.IGNORECASE,
)
# "and the day centre, he goes on Tuesdays", "what about the bus, …", "n other schools cos im moving"
_GOES_ON_TO = re.compile(
    r"(?:(?:and|n|now|then|so|plus)(?: what about| how about)?|what about|how about)"
    r" (?:the|da|my|our|ur|his|her|their|other|another|all)\b",
    re.I,
)
_ABBREVIATIONS = ("acc", r"e\.g", r"i\.e", "mr", "mrs", "ms", "dr", "st", "re", "vs")
_NO_ABBREVIATION = "".join(rf"(?<!\b{word}\.)" for word in _ABBREVIATIONS)
# "parking, council tax etc. can be told" goes on.
_WITHIN = r"(?!(?<=\betc\.)\s+(?-i:[a-z]))"
# What an entry of a list begins with: "1.", "(2)", "(a)".
_NUMBER = r"(?:\(?\d[.)]|\([a-e]\))"
# "do you tell the CQB. sorry CQC i meant": one sentence, whatever the full stop.
_TAKEN_BACK = r"(?!(?:no,? )?(?:sorry|wait),? (?:\w+ ){0,3}i mean)"
# Full stops, line breaks, and the numbers of a list: "1. retention 2. recipients"; a colon, if a question follows.
_SENTENCE_END = re.compile(
    rf"{_NO_ABBREVIATION}{_WITHIN}(?<=[.!?])\s+{_TAKEN_BACK}(?:\(?\d[.)]\s+)?|\n+|(?:^|\s+){_NUMBER}\s+|(?<=:)\s+(?={_QUESTION_WORD}\s+\w+\s+\w+)",
    re.IGNORECASE,
)
# "… and if so to which countries"
_BEFORE_ITS_WORD = rf"(?:if (?:so|yes|not|it (?:does|is))\s*,?\s+)?(?:{_OF_WHAT} )?"
# What begins no question after "and" unless someone or something follows: "my son is eight and has a social worker".
_MAY_GO_ON = r"(?:have|has|had|is|are|am|was|were)"
_WHO_OR_WHAT = r"(?:i|you|u|we|they|he|she|it|this|that|there|the|my|our|your|ur|his|her|their|any\w*|every\w*|some\w+)"
# "… and how long do you keep it", "… and also can you tell the dentist": a second question without a full stop.
_SECOND_CLAUSE = re.compile(
    rf"\s*,\s+(?=if (?:so|yes)\b)|\s*[,;]?\s+(?:and|also|plus|n)\s+(?!{_MAY_GO_ON}\s+(?!{_WHO_OR_WHAT}\b)|\w+ not\b)"
    rf"(?=(?:also\s+)?{_BEFORE_ITS_WORD}{_QUESTION_OR_IF}(?:['’]s)?\s+\w+\s+\w+)",
    re.IGNORECASE,
)
# "I want to know who reported me, and I want to know if papers can get hold of it"
_WISH = (
    r"(?:(?:(?:i|we)\s+)?(?:(?:also|just|only|then)\s+)*(?:want|need|would\s+like|wish)\s+to\s+know"
    rf"|i['’]d\s+(?:also\s+)?like\s+to\s+know|(?:also\s+|then\s+)?tell\s+me)\s+{_QUESTION_OR_IF}\b"
)
_SECOND_WISH = re.compile(rf"\s*[,;]?\s+and\s+(?={_WISH})", re.IGNORECASE)
# "I don't mind what it's for, I want to know who sees it"
_WISH_AFTER_TOLD = re.compile(rf"\s*[,;]\s+(?:but\s+|so\s+)?(?=(?:i|we)\s)(?={_WISH})", re.IGNORECASE)
# "I don't mind how long you keep it", "it isn't about who sees it": told beside what is asked.
_NOT_ASKED = re.compile(
    rf"{LEAD_IN}(?:(?:i|we) (?:do not|don['’]?t|dont) (?:mind|care|(?:want|need) to know)"
    r"|(?:it|this) (?:isn['’]?t|is not|isnt)|(?:i['’]?m |i am )?not (?:asking|bothered|interested)|never mind)"
    rf" (?:about|{_QUESTION_OR_IF})\b",
    re.IGNORECASE,
)
# "Tell me who sees it, all your reasons, and …": a row of things, of which each is a question.
_TELL_ME_OF = re.compile(rf"{LEAD_IN}{_CAN_YOU}tell me\s+", re.IGNORECASE)
_NEXT_TO_TELL = re.compile(
    rf"\s*,\s+(?:and\s+)?(?=(?:all|every\w*|each|your|{_QUESTION_OR_IF}"
    r"|the (?:\w+ )?(?:list|reasons?|purposes?|laws?))\s+\w+)",
    re.IGNORECASE,
)
# "The first thing is who sees it, and the second thing is do you use it for adverts"
_SECOND_THING = re.compile(
    r"(?:^|\s*[,;]?\s+)(?:and\s+)?(?:the\s+)?(?:first|firstly|second|secondly|third|thirdly|other|next|last|lastly|another)"
    rf"(?:\s+(?:thing|question|one|bit))?(?:\s+is)?\s*[,:]?\s+(?={_QUESTION_WORD}\s+\w+\s+\w+)",
    re.IGNORECASE,
)
# "the nurse *who comes and does* my leg dressings": what goes on there is what somebody does.
_WHO_DOES = re.compile(r"\w (?:who|that|which)(?: \w+){1,3}$", re.IGNORECASE)
# "to which offices and which firms" is one question.
_OF_BOTH = re.compile(r"\b(?:which|what) \w+ and (?:\w+ )?(?:which|what) \w+", re.IGNORECASE)
# "… with the judge, *and also with them who* pay my benefits": each is asked about by itself.
_AND_WITH = re.compile(r"\s*[,;]?\s+(?:and|or)\s+(?:also\s+|then\s+)?(?=(?:with|to)\s)", re.IGNORECASE)
_WITH = re.compile(r"(?:with|to)\s", re.IGNORECASE)
# "the ones who nick people *and* the doctor I see, do they *both* get it", "…, *both* listed?"
_ASKS_OF_BOTH = re.compile(
    r"(?P<first>.+?)\s*,?\s+and\s+(?P<second>.+?)\s*(?:[,;:–—]|\s-)\s+"
    r"(?P<asks>(?:(?:do|are|can|could|will|would) (?:they )?)?)both(?: of (?:them|those))? (?P<what>.+)",
    re.IGNORECASE,
)
# "… the people who keep my account *or the ones who* catch thieves"
_AND_ONE = re.compile(r"\s*[,;]?\s+(?:and|or)\s+(?:also\s+)?(?=(?:the|those|them|whoever|her|him)\s)", re.IGNORECASE)
# "What is it for, who is it given to, and …": a row of questions, of which the last stands after "and".
_IN_A_ROW = re.compile(
    r"\s*,\s+(?=(?:who (?:is|gets|sees|has|can|do)|(?:what|why|where|how) (?:is|are|do|does|can|will)"
    r"|how (?:long|many)|(?:which|what) laws?)\b"
    r"|(?:is|are|do|does|can|could|will|would)\s+(?!(?:he|she|it|they|that|this|there|these|those)\b)\w+\s+\w+)",
    re.IGNORECASE,
)
# "Does the board get it, and is research one of your reasons?"
_SECOND_OF_TWO = re.compile(r"\s*,\s+and\s+(?=(?:is|are)\s+\w+\s+\w+)", re.IGNORECASE)
# "… and why?", "… and how long for?"
_SHORT_SECOND_CLAUSE = re.compile(
    r"\s*[,;]?\s+(?:and|n|&)\s+(?=(?:why|what for|how long(?: for)?|for how long|(?:under )?(?:which|what) laws?"
    r"|on what (?:legal )?basis|where to|(?:to )?which countries)\s*[?.!]*$)",
    re.IGNORECASE,
)
# "why do you need it who gets it": one question after another, with nothing between them.
_RUN_ON = re.compile(
    r"\b(it|them|(?:my|our|the|his|her|their) (?:data|info|information|stuff|files?|records?))\s+"
    r"(?=(?:who (?:gets|sees|has|can)|why (?:do|does|did)|how long"
    r"|(?:can|could|will|do|does|did) (?:i|you|u|they|we))\b)",
    re.IGNORECASE,
)

# Who does not stand for one in particular: "do *you* get it", "is *my data* seen", "can *other organisations* see it".
_NO_ONE = re.compile(
    r"\b(?:i|you|u|ya|yous|we|us|it|this|that|these|those|there|what|which|any|anyone|anybody|anything"
    r"|some|someone|somebody|everyone|everybody|every|all|people|folk|others?|other|another|else|many|more|most"
    r"|different|outside|outsiders?|strangers|public|councils?|teams?|departments?|organi[sz]ations?|body|bodies"
    r"|agency|agencies|company|companies|firms?|business|businesses|third|party|parties|places?|partners?|notice"
    r"|policy|list|data|info|information|details?|files?|records?|notes?|stuff|things?|case|names?|address"
    r"|personal|staff|laws?|reasons?)\b",
    re.IGNORECASE,
)
# But "does *her company* get it" asks of one.
_THE_ONE_OF = re.compile(
    r"\b(?:(?:her|his|their|my|our|that) (?:\w+ )?|the (?!other|same|right|whole)\w+ )"
    r"(?:agency|company|firm|business|place|team|department|organisation)\b",
    re.IGNORECASE,
)
# "does *the man from the flat below* get to hear of it"
_ONE_WHO_SEES = re.compile(
    r"(?:^|[\s,])(?:can|could|do|does|did|will|wil|would|is|are|has|have|should|may|might|\w+n['’]t|dont|doesnt|wont|cant)"
    r"\s+(?P<who>(?!(?:be|been|get|have|allowed|able|permitted|entitled|going|supposed|likely|meant|to)\b)(?:[\w'’-]+\s+){1,12}?)"
    r"(?:(?:ever|also|even|actually|really|still|just|automatically|then)\s+)*"
    r"(?:get|gets|got|see|receive|know|kno|noe|no about|hear|find|have|access|look|read|view|learn"
    r"|be|been|told|given|sent|shown|informed"
    r"|notified|on|among)\b",
    re.IGNORECASE,
)
# "the flat company can know about her?"
_ONE_WHO_MAY_SEE = re.compile(
    rf"^{LEAD_IN}(?P<who>(?:the|my|our|his|her|their|that|this)\s+(?:[\w'’-]+\s+){{1,3}}?)"
    r"(?:(?:also|they|he|she)\s+)?(?:can|could|will|would|may|is allowed to)\s+(?:also\s+)?"
    r"(?:know|see|get|receive|read|have|be told|hear|find out|look)\b",
    re.IGNORECASE,
)
# "is she one of those you tell"
_ONE_OF_THOSE = re.compile(
    r"\b(?:is|are|was) (?:he|she|they) (?:one of|among|amongst|on|anyone|some?one|somebody)\b", re.IGNORECASE
)
_ONE_WHO_IS_TOLD = re.compile(
    r"\b(?:with|to|tell|inform|notify|show|give)\s+(?:him\b|her\b"
    r"(?!\s+(?!things|stuff|about|anything|everything|any\b|what|as well|too\b|also|then|now|or\b)\w))",
    re.IGNORECASE,
)
# "can we share it with them", but not "who gets it when you share it with them"
_THEY_ARE_TOLD = re.compile(
    r"^(?!.*\bwh(?:o|om|y|ich)\b)"
    r".*\b(?:(?:share|shares|shared|sharing|talk|speak)\b.{0,25}?\bwith|tell|inform|notify|give|show|send) them\b",
    re.IGNORECASE,
)
# "is *her lot* told", "do you share with *their office*"
_ONES_LOT = re.compile(
    r"\b(?:his|her|their|its|that) (?:lot|people|ppl|office|team|staff|boss|service|organi[sz]ation|uni|firm|company"
    r"|agency)\b"
    r"|\bpeople like (?:him|her|them|that|those|these)\b"
    r"|\bpeople (?:with|in|doing) (?:his|her|their|that) (?:job|trade|work)\b"
    r"|\b(?:his|her|their|that) (?:sort|kind)\b"
    r"|\b(?:he|she|they) the (?:sort|kind)\b"
    # "do you tell the firm"
    r"|\b(?:with|tell|inform) (?:the|my|our|that)"
    r" (?:firm|company|agency|m[ae]n|wom[ae]n|lady|bloke|chap|fella|lad|boy|girl)\W*$",
    re.IGNORECASE,
)
# "Who tells the people that inspect schools?" asks who does, and not whether they are told.
_ASKS_IN_GENERAL = re.compile(rf"{LEAD_IN}(?:wh(?:o|om|y|at|ich|en|ere)|how|list|name)\b", re.IGNORECASE)
# "is sending me offers *one of the reasons*", but not "is there a list of the reasons"
_ONE_REASON = re.compile(
    r"(?:^|\b(?:so|and|but|or)\s+)(?:is|are|isn['’]?t|aren['’]?t|was)\s+(?!there\b|it\b|that\b|this\b)(?:[\w'’-]+\s+)+?"
    r"(?:one of|among|on|in)\s+(?:the|your|our|these|those)\s+(?:listed\s+)?(?:reasons?|purposes?|uses?|list)\b",
    re.IGNORECASE,
)
# "do you use our photos *to make a face scanner*", but not "is it used for other things"
_ONE_USE = re.compile(
    r"(?:^|[\s,])(?:do|does|did|will|would|are|is|can|could|r)\s+(?:you|u|ya|yous|they|we|it|this|that|my|our|the|peoples?"
    r"|council|info|data|what (?:i|we|he|she|they) (?:tell|say|told|said|write|wrote))\b"
    r".{0,50}?\b(?:use|uses|used|using|usin)\b.{0,40}?\b(?:to|2|for)\s+"
    r"(?!(?:any\w*|other|another|some\w*|else|what|which|me|us|him|her|them|it|this|that|the reasons?|purposes?|stuff"
    r"|things|everything|all|lots|more|reasons|because|by|then|please|pls|exactly|though|anyway)\b)\w+",
    re.IGNORECASE,
)


def words_of(text: str) -> str:
    """The text as a person's words: never a command, never empty."""
    return text.strip().lstrip(_COMMAND_PREFIX).strip() or text.strip(_COMMAND_PREFIX + " \n") or "?"


def sentences_in(text: str) -> list[str]:
    """The sentences and lines of a message, in order."""
    return [sentence.strip() for sentence in _SENTENCE_END.split(text) if re.search(r"\w", sentence)] or [text]


def questions_in(text: str) -> list[str]:
    """The clauses of a message that ask something, in order; none where nothing is asked outright."""
    sentences = sentences_in(text)
    # Who ends one question with a question mark ends all so: "I run a club and do its newsletter. Am I told?"
    marked = any(map(ends_asking, sentences))
    clauses = [
        clause
        for sentence in sentences
        for wish in _WISH_AFTER_TOLD.split(sentence)
        for thing in filter(None, _SECOND_THING.split(wish))
        for half in (_halves(thing) if ends_asking(thing) or not marked else [thing])
        for piece in _SHORT_SECOND_CLAUSE.split(half)
        for run_on in (_RUN_ON.sub(r"\1\n", piece).split("\n") if is_outright(piece) else [piece])
        for clause in _each_described(run_on)
    ]
    outright = any(map(ends_asking, clauses))
    asking = [
        each
        for before, each in zip(["", *clauses[:-1]], clauses, strict=True)
        if _asks(each)
        or (not outright and _MAY_ASK_WITHIN.search(each))
        or (_asks(before) and (_ALSO.fullmatch(each) or _WITH.match(each)))
    ]
    numbers = [*re.finditer(rf"(?:^|\s){_NUMBER}\s", text)]
    if len(numbers) > 1:
        # Each entry of a numbered list is a question, and so is "whether …" beside one.
        asking = [each for each in clauses if each in asking or each not in text[: numbers[0].start()]]
    asking = [each for each in asking if not _NOT_ASKED.match(each)] or asking
    # What ends in ":" leads up to a question.
    return [each for each in asking if not each.endswith(":")]


def sets_aside(text: str) -> bool:
    """Whether it says of something that it is not what is asked."""
    return any(map(_NOT_ASKED.match, sentences_in(text)))


def _halves(sentence: str) -> list[str]:
    """What stands beside each other in one sentence, joined by "and"."""
    tell_me = _TELL_ME_OF.match(sentence)
    first, *others = _NEXT_TO_TELL.split(sentence) if tell_me else [sentence]
    if others:
        return [half for thing in (first, *(tell_me[0] + other for other in others)) for half in _halves(thing)]
    halves = [sentence] if _OF_BOTH.search(sentence) else _SECOND_CLAUSE.split(sentence)
    if any(_WHO_DOES.search(one) and next_.lower().startswith("does ") for one, next_ in itertools.pairwise(halves)):
        return [sentence]
    if not begins_asking(halves[0]):
        return halves
    halves = [each for half in halves for each in _SECOND_WISH.split(half)]
    if len(halves) > 1:
        return [each for half in halves for each in _IN_A_ROW.split(half)]
    return _SECOND_OF_TWO.split(sentence)


def _each_described(clause: str) -> list[str]:
    """The clause; in two, where it asks of one and then of another who is described.

    The second is asked about as the first is: "do you tell the ones who catch thieves".
    """
    first = description_in(clause)
    both = _ASKS_OF_BOTH.match(clause)
    if both and first:
        return [f"{both[each]}, {both['asks']}{both['what']}" for each in ("first", "second")]
    second = _AND_WITH.search(clause)
    if second and (first or describes_somebody(clause[second.end() :])):
        return [clause[: second.start()], clause[second.end() :]]
    for second in _AND_ONE.finditer(clause, first[0]) if first and begins_asking(clause) else ():
        described = description_in(clause[second.end() :])
        if described and described[0] == 0 and describes_somebody(clause[: second.start()]):
            return [clause[: second.start()], clause[: first[0]] + clause[second.end() :]]
    return [clause]


def is_outright(clause: str) -> bool:
    """Whether a clause is a question by its form, and not only has the words of one in it."""
    return begins_asking(clause) or ends_asking(clause) or bool(_HAS_A_TAG.match(clause))


def begins_asking(clause: str) -> bool:
    """Whether a clause begins as a question does: "can you …", "who …"."""
    return bool(_ASKS.match(clause))


def ends_asking(clause: str) -> bool:
    """Whether a clause ends as a question does: "DWP?", "DWP y/n"."""
    return bool(_ENDS_ASKING.search(clause))


def goes_on_to(text: str) -> bool:
    """Whether a message goes on from an answer to something else: "I see. And the day centre, he goes on Tuesdays"."""
    return any(map(_GOES_ON_TO.match, sentences_in(text)))


def goes_on_with(text: str, start: int, end: int) -> bool:
    """Whether it goes on to what stands from `start` to `end`, and then tells of it: "and my school cos I'm moving".

    Or says that this is what was meant: "sorry, it's late, the hospital I mean".
    """
    if _I_MEANT.match(text[end:]) or _I_MEANT_THE.search(text[:start]):
        return True
    goes_on = _GOES_ON_TO.match(text)
    return bool(goes_on) and not text[goes_on.end() : start].strip() and bool(_ITS_REASON_OR_STORY.match(text[end:]))


def asks_to_tell(clause: str) -> bool:
    """Whether a clause demands to be told, and so ends as a sentence does: "tell me who gets it."."""
    return bool(_TELL.match(clause))


def _asks(clause: str) -> bool:
    asks = _ASKS_WITHIN.search(clause) or re.match(r"(?:whether|if) ", clause, re.IGNORECASE)
    return bool(asks) or is_outright(clause)


def told_before_questions(text: str) -> list[str]:
    """What each sentence tells before it asks: "he hit me" of "he hit me, will you tell my school"."""
    sentences = sentences_in(text)
    before = [_QUESTION_BEGINS.split(sentence, maxsplit=1)[0] for sentence in sentences]
    return [told for told in before if len(told.split()) > 1 and told not in sentences]


def demands_in(text: str) -> list[str]:
    """What is wanted before a sentence goes on to ask: "I want it burnt" of "I want it burnt, and if not, who …"."""
    wanted = (_DEMAND.match(sentence) for sentence in sentences_in(text) if questions_in(sentence))
    return [each["demand"] for each in wanted if each]


def questions_after_told(text: str) -> list[str]:
    """What may be asked after something told in the same sentence, the last sentence's first.

    "will you tell my school" of "he hit me will you tell my school".
    """
    after = []
    for sentence in reversed(sentences_in(text)):
        for begins in _QUESTION_BEGINS.finditer(sentence):
            # "What do I do" tells nothing first.
            if len(sentence[: begins.start()].split()) > 1:
                asked = sentence[begins.end() :]
                # "you never tell the papers do you" asks with all of its words.
                after.append(asked if len(asked.split()) > _WORDS_OF_A_TAG else sentence)
    return after


def asked_before_its_reason(text: str) -> list[str]:
    """What is asked first in a sentence that goes on to why: "how long do you keep it" of "…, asking because …"."""
    questions = (_ITS_REASON.split(sentence, maxsplit=1) for sentence in sentences_in(text))
    return [asked[0] for asked in questions if len(asked) > 1 and begins_asking(asked[0])]


def describes_one(clause: str) -> bool:
    """Whether a clause says in words of its own whom it asks about: "is it passed to the firm that pays my pension"."""
    return describes_somebody(clause) and not _ASKS_IN_GENERAL.match(clause)


def words_for_one(clause: str) -> str | None:
    """In which words of its own a clause says whom it asks about: "the firm that pays me", "her lot"; None if in none.

    One word, as "they", is none.
    """
    described = description_in(clause)
    if described:
        return clause[slice(*described)].strip()
    lot = _ONES_LOT.search(clause)
    return re.sub(r"^(?:with|tell|inform) ", "", lot[0]) if lot else None


def asks_of_one(clause: str, topic: str) -> bool:
    """Whether a clause asks whether one in particular gets to know something, or one use is a reason."""
    if topic == "purposes":
        return bool(_ONE_REASON.search(clause) or _ONE_USE.search(clause))
    sees = _ONE_WHO_SEES.search(clause) or _ONE_WHO_MAY_SEE.search(clause)
    one_sees = sees and (_THE_ONE_OF.search(sees["who"]) or not _NO_ONE.search(sees["who"]))
    told = _ONE_WHO_IS_TOLD.search(clause) or _THEY_ARE_TOLD.search(clause)
    described = topic == "recipients" and (describes_one(clause) or _ONES_LOT.search(clause))
    return bool(one_sees or told or described or _ONE_OF_THOSE.search(clause))
