using System.Net;

namespace JapanEsimAdvisor.Web.Tests.BadInput;

/// <summary>Trips in addresses that are wrong.</summary>
public sealed class QueryTests(SiteFixture site)
{
    [Theory]
    [InlineData("people=x&days=5", "people: wrong-form")]
    [InlineData("people=4.5&days=5", "people: wrong-form")]
    [InlineData("people=NaN&days=5", "people: wrong-form")]
    [InlineData("people=1e308&days=5", "people: wrong-form")]
    [InlineData("people=999999999999&days=5", "people: wrong-form")]
    [InlineData("people=-1&days=5", "people: people-out-of-range")]
    [InlineData("people=4&people=5&days=5", "people: wrong-form")]
    [InlineData("people=%20&days=5", "people: people-required")]
    [InlineData("people=4&days=five", "trip.days: wrong-form")]
    [InlineData("people=4&days=5&usage=gigantic", "everyone.usage.profile: unknown-profile")]
    [InlineData("people=4&days=5&apart=always", "everyone.apart: wrong-form")]
    [InlineData("people=4&days=5&currency=XYZ", "preferences.currency: unknown-currency")]
    [InlineData("people=4&days=5&priority=speed", "preferences.priority: wrong-form")]
    [InlineData("people=4&days=5&home=Atlantis", "trip.homeCountry: unknown-country")]
    [InlineData("people=4&days=5&operator=airalo", "everyone.homeOperator: unknown-operator")]
    [InlineData("people=4&arrival=2026-02-30&departure=2027-01-01", "trip.arrival: date-form")]
    [InlineData("people=4&days=5&include=frontier,everything", "include: unknown-include")]
    [InlineData("people=4&days=5&foo=1&bar=2", "foo: unknown-field|bar: unknown-field")]
    [InlineData("people=4&days=5&=1", ": unknown-field")]
    [InlineData("people=4&days=5&a%00b=1", "a\0b: unknown-field")]
    [InlineData("people=4&days=5&People=4", "People: unknown-field")]
    [InlineData("people=4&trip.days=5&people.x=1", "people.x: unknown-field")]
    [InlineData("people=4&trip.days=5&trip=1", "trip: unknown-field")]
    [InlineData("trip.days=5&travelers[0].phoneMarket=%FF%FE", "travelers[0].phoneMarket: unknown-country")]
    [InlineData("trip.days=5&travelers[0].phoneMarket=%u1234", "travelers[0].phoneMarket: unknown-country")]
    [InlineData("trip.days=5&travelers[0].phone=%00", "travelers[0].phone: control-characters")]
    [InlineData("trip.days=5&travelers[0].count=NaN", "travelers[0].count: wrong-form")]
    [InlineData("trip.days=5&travelers[0].hoursApartPerDay=Infinity", "travelers[0].hoursApartPerDay: number-out-of-range")]
    [InlineData("trip.days=5&travelers[0].neverAlone=yes", "travelers[0].neverAlone: wrong-form")]
    [InlineData("trip.days=5&travelers[0]=x", "travelers[0]: wrong-form")]
    [InlineData("trip.days=5&travelers=x", "travelers[0]: wrong-form")]
    [InlineData("trip.days=5&travelers[100].count=1&people=1", "travelers[100].count: unknown-field")]
    [InlineData("trip.days=5&travelers[-1].count=1&people=1", "travelers[-1].count: unknown-field")]
    [InlineData("trip.days=5&travelers[0][1].count=1&people=1", "travelers[0][1].count: unknown-field")]
    [InlineData("trip.days=5&travelers[0].a.b.c.d.e.f.g.h=1&people=1", "travelers[0].a.b.c.d.e.f.g.h: unknown-field")]
    public async Task A_wrong_address_is_an_error_with_its_path(string query, string errors)
    {
        var answer = await site.GetAsync("/api/v1/recommendations?" + query);

        answer.Wrong(errors.Split('|'));
    }

    [Fact]
    public async Task An_error_names_the_traveler_as_the_address_numbers_them()
    {
        var answer = await site.GetAsync("/api/v1/recommendations?trip.days=5&travelers[0].count=2&travelers[1].count=&travelers[2].phoneMarket=ZZ&travelers[12].devices[0]=&travelers[12].devices[3]=%00");
        var form = await site.GetAsync("/api/v1/recommendations?trip.days=5&travelers[3].count=2&travelers[7].count=x");

        answer.Wrong("travelers[2].phoneMarket: unknown-country", "travelers[12].devices[3]: control-characters");
        form.Wrong("travelers[7].count: wrong-form");
    }

    [Theory]
    [InlineData("utm_source=x&utm_campaign=y")]
    [InlineData("gclid=x&fbclid=y&msclkid=z", "msclkid")]
    [InlineData("lang=en")]
    public async Task What_others_hang_on_links_changes_nothing(string tail, string? refused = null)
    {
        var plain = await site.GetAsync("/api/v1/recommendations?people=2&days=5");
        var tagged = await site.GetAsync("/api/v1/recommendations?people=2&days=5&" + tail);

        if (refused is null)
        {
            Assert.Equal(plain.Ok().Text, tagged.Ok().Text);
        }
        else
        {
            tagged.Wrong(refused + ": unknown-field");
        }
    }

    [Fact]
    public async Task An_empty_address_asks_for_what_is_required()
    {
        var answer = await site.GetAsync("/api/v1/recommendations");

        answer.Wrong("trip.arrival: dates-required", "people: people-required");
    }

    [Fact]
    public async Task A_body_cannot_be_mixed_with_an_address()
    {
        var answer = await site.PostAsync(SampleTrips.Couple, "?people=4");

        answer.Wrong("people: unknown-field");
    }

    [Fact]
    public async Task Thousands_of_parameters_are_refused_without_effort()
    {
        var many = await site.GetAsync("/api/v1/recommendations?" + string.Join(
            '&', Enumerable.Range(0, 900).Select(number => FormattableString.Invariant($"x{number}=1"))));

        Assert.Equal(HttpStatusCode.BadRequest, many.Status);
    }
}
