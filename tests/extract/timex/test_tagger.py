from __future__ import annotations

import pytest

from briefgen.extract.timex import tag

CASES = [
    ("The talks broke down in February 2019.", "2024-11-19", "February 2019", "2019-02"),
    ("He spoke on Friday.", "2024-12-29", "Friday", "2024-12-27"),
    ("He noted last week that it was over.", "2024-12-29", "last week", "2024-W51"),
    ("It happened the past four years.", "2025-01-24", "the past four years", "P4Y"),
    ("A five-day session ended.", "2024-12-29", "five-day", "P5D"),
    ("It began in October.", "2024-12-29", "October", "2024-10"),
    ("She left earlier this month.", "2024-11-19", "earlier this month", "2024-11"),
    ("He vowed it in January last year.", "2025-01-27", "January last year", "2024-01"),
]


@pytest.mark.parametrize(("text", "published", "words", "value"), CASES)
def test_expression_has_extent_and_value(text: str, published: str, words: str, value: str) -> None:
    found = tag(text, published)
    assert [(item.text, item.timex3.value) for item in found] == [(words, value)]
    for item in found:
        assert text[slice(*item.span)] == item.text


def test_nothing_relative_is_dated_without_publication() -> None:
    assert [item.timex3.value for item in tag("He left on Friday, in June.")] == ["XXXX-WXX-5", "XXXX-06"]


MORE = [
    ("“Ask me on Thursday,” she told reporters.", "2026-03-10", "Thursday", "2026-03-12"),
    ("Asked on Thursday, she told reporters to wait.", "2026-03-10", "Thursday", "2026-03-05"),
    ("She will have both sons vaccinated on Saturday.", "2026-03-10", "Saturday", "2026-03-14"),
    ("The mayor has called for elections in the spring.", "2026-11-20", "the spring", "2027-SP"),
    ("The mayor called for calm in March.", "2026-11-20", "March", "2026-03"),
    ("She expects another vote before the summer.", "2026-11-20", "the summer", "2027-SU"),
    ("The pier had closed before the summer.", "2026-11-20", "the summer", "2026-SU"),
    ("Stocks would not last until June.", "2026-11-20", "June", "2027-06"),
    ("He has no intention of signing before the election in March.", "2026-11-20", "March", "2027-03"),
    ("He resigned before the election in March.", "2026-11-20", "March", "2026-03"),
    ("Nobody loses by waiting until spring.", "2026-09-20", "spring", "2027-SP"),
    ("The test has been due since the spring.", "2026-01-20", "the spring", "2025-SP"),
    ("The islands want the chapter restored by Saturday.", "2026-11-20", "Saturday", "2026-11-21"),
    ("The members restored the chapter by Saturday.", "2026-11-20", "Saturday", "2026-11-14"),
    ("Stocks did not arrive until June.", "2026-11-20", "June", "2026-06"),
    ("A decision is unlikely before ministers meet on Friday.", "2026-03-10", "Friday", "2026-03-13"),
    ("No decision was made before ministers met on Friday.", "2026-03-10", "Friday", "2026-03-06"),
    ("Norway faces a Friday deadline set by its allies.", "2026-03-10", "Friday", "2026-03-13"),
    ("Norway missed a Friday deadline set by its allies.", "2026-03-10", "Friday", "2026-03-06"),
    ("When she sits down for talks on Friday, she will ask for more.", "2026-03-10", "Friday", "2026-03-13"),
    ("When she sat down for talks on Friday, she said it will do.", "2026-03-10", "Friday", "2026-03-06"),
    ("A pact would have shown how people voted on 2 March.", "2026-05-10", "2 March", "2026-03-02"),
    ("The mill would have to close on 2 March.", "2026-05-10", "2 March", "2027-03-02"),
    ("Growth in the December quarter was slow.", "2026-02-10", "the December quarter", "2025-Q4"),
    ("Growth in the June quarter last year was slow.", "2026-02-10", "the June quarter last year", "2025-Q2"),
    ("The debt will weigh on banks through the quarter.", "2026-02-10", "the quarter", "2026-Q1"),
    ("The debt weighed on banks through the quarter.", "2026-02-10", "the quarter", "2025-Q4"),
    ("Seas will rise by a metre in the next century.", "2026-02-10", "the next century", "P100Y"),
    ("Seas will rise by a metre in the next century.", "1996-02-10", "the next century", "20"),
    ("Pay will rise by 8 per cent over two years.", "2026-02-10", "two years", "P2Y"),
    ("The strike lasted over two years.", "2026-02-10", "over two years", "P2Y"),
    ("Leave is paid; we took it up to 26 weeks.", "2026-02-10", "26 weeks", "P26W"),
    ("He faces up to 26 weeks in jail.", "2026-02-10", "up to 26 weeks", "P26W"),
    ("She had gone to bed at 10:30 p.m. and knew nothing.", "2026-02-10", "10:30 p.m.", "XXXX-XX-XXT22:30"),
    ("She had gone to bed at 11 p.m. She woke at 5:30 a.m.", "2026-02-10", "5:30 a.m.", "XXXX-XX-XXT05:30"),
    ("She had a meeting at 10:30 p.m. in town.", "2026-02-10", "10:30 p.m.", "2026-02-10T22:30"),
    ("It was lit at 11:00pm (CET) last night.", "2026-02-10", "11:00pm", "2026-02-09T23:00"),
    ("Theresa May went; May was blamed. It rained in May.", "2026-06-10", "May", "2026-05"),
    ("She wants to keep the school open past June.", "2026-03-10", "past June", "2026-06"),
    ("Nobody has come this past June.", "2026-03-10", "this past June", "2025-06"),
    ("They will strike on 12 May unless talks succeed.", "2025-04-24", "12 May", "2025-05-12"),
    ("She spoke at 9.30am on Monday.", "2025-02-25", "Monday", "2025-02-24"),
    ("It fell in the quarter; profit rose.", "2025-02-25", "the quarter", "2024-Q4"),
    ("The levy starts next January.", "2025-02-25", "next January", "2026-01"),
    ("They met during the first half of 2024.", "2025-02-25", "the first half of 2024", "2024-H1"),
    ("The vote comes as early as Friday.", "2025-02-25", "Friday", "2025-02-28"),
    ("Norway will back the levy if ministers agree in spring, she said.", "2024-05-03", "spring", "2025-SP"),
    ("She was hired in the summer.", "2024-03-03", "the summer", "2023-SU"),
    ("The fair opens in the summer.", "2024-03-03", "the summer", "2024-SU"),
    ("He left a year and a half ago.", "2024-06-03", "a year and a half ago", "2022-12"),
    ("It was the 1960s.", "2025-02-25", "the 1960s", "196"),
    ("It closed in December.", "2025-02-25", "December", "2024-12"),
    ("Talks lasted seven-and-a-half hours.", "2025-02-25", "seven-and-a-half hours", "PT7H30M"),
    ("He waited 41/2 years.", "2025-02-25", "41/2 years", "P4Y6M"),
    ("If prices recover by September, they will sell.", "2025-03-12", "September", "2025-09"),
    ("If he does not answer by Monday, the draft will lapse.", "2025-10-16", "Monday", "2025-10-20"),
    ("If they had not closed it by Monday, it burned.", "2025-10-16", "Monday", "2025-10-13"),
    ("Many of those who fled since January will return.", "2025-10-16", "January", "2025-01"),
    ("Many will return in January.", "2025-10-16", "January", "2026-01"),
    ("They hoped it would die over the summer.", "2025-05-14", "the summer", "2025-SU"),
    ("They hoped it died in the summer.", "2025-05-14", "the summer", "2024-SU"),
    ("The trust begins work on 1 April next year.", "2025-05-14", "1 April next year", "2026-04-01"),
    ("It closed on April 1 last year.", "2025-05-14", "April 1 last year", "2024-04-01"),
    ("By September, the plant had closed.", "2025-03-12", "September", "2024-09"),
    ("It was due to close in January, but stayed open.", "2025-03-12", "January", "2025-01"),
    ("In January, the firm brought in a new chief.", "2024-10-27", "January", "2024-01"),
    ("In the year ended Jan. 31 it lost money.", "2024-10-31", "Jan. 31", "2024-01-31"),
    ("A contest takes place Friday.", "2025-03-12", "Friday", "2025-03-14"),
    ("It was a survey that opened in May and closed Monday.", "2016-03-03", "May", "2015-05"),
    ("He agreed to sell the line in February.", "1989-10-30", "February", "1990-02"),
    ("The firm let the space in December.", "2016-08-23", "December", "2016-12"),
    ("The firm rented the space in December.", "2016-08-23", "December", "2015-12"),
    ("Funds planned for December and January are gone.", "2015-11-27", "January", "2016-01"),
    ("At a debate this past September he sang.", "2016-01-20", "this past September", "2015-09"),
    ("The port had been leasing two tugs until May.", "2016-08-23", "May", "2016-05"),
    ("He won in 2008 - by a little.", "2016-08-23", "2008", "2008"),
    ("There were 12 storms between January 1 and September 18.", "2016-09-29", "January 1", "2016-01-01"),
    ("In January, Gov. Ann Lee signed the law.", "2016-10-02", "January", "2016-01"),
    ("Come by 6 o'clock this afternoon.", "2016-09-12", "6 o'clock this afternoon", "2016-09-12T18:00"),
    ("“I like our chances in November,” Ann Lee said.", "2016-06-10", "November", "2016-11"),
    ("The hearing is Thursday.", "2025-03-12", "Thursday", "2025-03-13"),
    ("Talks were moved to Saturday.", "2025-03-12", "Saturday", "2025-03-15"),
    ("Shops open Monday to Friday.", "2025-03-12", "Friday", "2025-03-14"),
    ("He has sung there since New Year's Eve.", "2024-07-25", "New Year's Eve", "2023-12-31"),
    ("Rain is due overnight.", "2024-09-28", "overnight", "2024-09-28TNI"),
    ("They sang on Easter Sunday.", "2025-03-12", "Easter Sunday", "2025-04-20"),
    ("He was killed in 44 BC.", "2025-03-12", "44 BC", "BC0044"),
    ("It fell in 1Q25.", "2025-05-12", "1Q25", "2025-Q1"),
    ("A plan lodged on 04/11/2024 failed.", "2024-11-11", "04/11/2024", "2024-11-04"),
    ("A plan lodged on 04/11/2024 failed.", "2024-04-20", "04/11/2024", "2024-04-11"),
    ("It was 04/11/2024, not 25/10/2024.", "2024-04-20", "04/11/2024", "2024-11-04"),
    ("It shut on 4 May 2023, and on 03/02/2022.", "2024-04-20", "03/02/2022", "2022-02-03"),
    ("Sales for the quarter ended July 31 fell.", "2024-09-12", "the quarter", "2024-Q2"),
    ("He met them on March 3, 2022. On the 12th he left.", "2024-06-12", "the 12th", "2022-03-12"),
    ("He met them twice. On the 12th he will leave.", "2024-06-20", "the 12th", "2024-07-12"),
    ("They are off for the Labor Day weekend.", "2024-08-29", "the Labor Day weekend", "2024-W35-WE"),
    ("It rang at 11:20 a.m. (0820 GMT) on Friday.", "2024-06-12", "11:20 a.m.", "2024-06-07T11:20"),
]


@pytest.mark.parametrize(("text", "published", "words", "value"), MORE)
def test_value_among_others(text: str, published: str, words: str, value: str) -> None:
    assert (words, value) in [(item.text, item.timex3.value) for item in tag(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "The 6-year-old sang.",
        "She is 34 years old, in her 30s.",
        "They won 21-14.",
        "A second boat sank off Room 1998.",
        "Jan Smith may march.",
        "“60 Minutes” aired it.",
        "Tomorrow's Affairs said so.",
        "It fell on Super Tuesday.",
        "He owns 2012 acres.",
        "They voted 9 to 5 for a second day of talks.",
        "It was his third win in as many months.",
        "She was on Saturday Night Live, on CBS This Morning and on “This Week.”",
        "It has a majority of those present.",
        "One of the debates is on a weekend.",
        "Ask Theresa May, said Mrs. May and April Jones, 34.",
        "He said so in the Evening Standard and the Sunday Times.",
        "The local daily Al-Fjord and the Swedish weekly said so.",
        "A bus pass for the over-70s is due sooner rather than later in the year.",
        "They worked a million hours of overtime at Christmas time.",
        "They sell Christmas trees on a day-to-day basis.",
        "The port did not grow rich overnight, and a fleet isn’t built overnight.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert tag(text, "2025-02-25") == ()
