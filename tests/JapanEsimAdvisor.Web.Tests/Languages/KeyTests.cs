using System.Text;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Languages;

/// <summary>Every key that is used has a text in every language, and every text is used.</summary>
public sealed class KeyTests(SiteFixture site)
{
    private CatalogSnapshot Catalog => site.Services.GetRequiredService<CatalogStore>().Current.Snapshot;

    public static TheoryData<string> Languages => [.. Source.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_same_keys_each_with_a_text(string language)
    {
        var (english, texts) = (Source.Texts("en"), Source.Texts(language));

        Assert.Equal(english.Keys, texts.Keys);
        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_text_has_the_same_places_in_every_language(string language)
    {
        var (english, texts) = (Source.Texts("en"), Source.Texts(language));

        Assert.All(
            english,
            text => Assert.Equal(
                (text.Key, string.Join(' ', Source.Places(text.Value))),
                (text.Key, string.Join(' ', Source.Places(texts[text.Key])))));
    }

    [Fact]
    public void The_site_speaks_the_languages_it_has_texts_in() =>
        Assert.Equal(Source.Languages, site.Services.GetRequiredService<SiteLanguages>().All.Select(language => language.Tag));

    /// <summary>The old national character sets hold what a language writes, and nothing that only its neighbors write.</summary>
    [Theory]
    [InlineData("zh-Hans", "gb2312")]
    [InlineData("zh-Hant", "big5")]
    [InlineData("ja", "shift_jis")]
    [InlineData("ko", "ks_c_5601-1987")]
    public void A_language_is_written_in_its_own_characters(string language, string characters)
    {
        var set = CodePagesEncodingProvider.Instance.GetEncoding(
            characters, new EncoderReplacementFallback("\u0001"), DecoderFallback.ExceptionFallback)!;
        var texts = Source.Texts(language).Where(text => !text.Key.StartsWith("language.", StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(
            texts.SelectMany(text => text.Value, (text, letter) => (text.Key, letter)),
            one => char.IsLetter(one.letter) && set.GetBytes([one.letter]) is [1]);
        Assert.Equal(language == "ko", !texts.Any(text => text.Value.Any(letter => letter is >= '\u4E00' and <= '\u9FFF')));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_text_for_one_belongs_to_a_text_with_exactly_one_place_that_counts(string language)
    {
        var texts = Source.Texts(language);
        var ofOne = texts.Keys.Where(key => key.EndsWith(".one", StringComparison.Ordinal)).Except(["headline.one"]).ToList();
        var counting = Words.Counting.Select(name => "{" + name + "}").ToHashSet();

        Assert.NotEmpty(ofOne);
        Assert.All(ofOne, key => Assert.Contains(key[..^4], texts.Keys));
        Assert.All(ofOne, key => Assert.Single(Source.Places(texts[key[..^4]]), counting.Contains));
        Assert.All(ofOne, key => Assert.Subset(Source.Places(texts[key[..^4]]).ToHashSet(), Source.Places(texts[key]).ToHashSet()));
    }

    [Fact]
    public void Every_key_in_use_has_a_text()
    {
        var texts = Source.Texts("en").Keys.ToHashSet(StringComparer.Ordinal);
        var used = Written()
            .Concat(OfNotices())
            .Concat(OfErrors())
            .Concat(OfProblems())
            .Concat(OfCodes())
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.True(used.Count > 300, $"only {used.Count} keys found");
        Assert.Empty(used.Except(texts));
    }

    [Fact]
    public void No_text_is_left_over()
    {
        var literals = Source.Find(Source.Core.Concat(Source.Web).Select(file => file.Value), @"(?<="")([a-z][a-zA-Z0-9.-]*)(?="")")
            .ToHashSet(StringComparer.Ordinal);
        var codes = OfCodes().Concat(OfProblems()).ToHashSet(StringComparer.Ordinal);
        var free = Source.Texts("en").Keys
            .Where(key => !key.StartsWith("country.", StringComparison.Ordinal) && !key.StartsWith("money.", StringComparison.Ordinal));

        var unused = free
            .Select(key => key.EndsWith(".one", StringComparison.Ordinal) ? key[..^4] : key)
            .Where(key => !codes.Contains(key)
                && !literals.Contains(key)
                && !literals.Contains(key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]))
            .ToList();
        Assert.Empty(unused);
    }

    [Fact]
    public void Countries_of_the_form_have_names_and_names_belong_to_countries()
    {
        var texts = Source.Texts("en");
        var offered = Source.Find([Source.Named("TripForm.cs")], "\"([A-Z]{2})\"").ToList();

        Assert.NotEmpty(offered);
        Assert.Empty(offered.Select(code => "country." + code).Except(texts.Keys));
        Assert.All(
            texts.Keys.Where(key => key.StartsWith("country.", StringComparison.Ordinal)),
            key => Assert.True(Countries.Knows(key[8..]), key));
        Assert.All(
            texts.Keys.Where(key => key.StartsWith("money.", StringComparison.Ordinal)),
            key => Assert.True(Catalog.Rates.Knows(key[6..]), key));
    }

    private static IEnumerable<string> Written() =>
        Source.Find(Source.Web.Values, @"(?:[wW]ords|Find|this)(?:\[|\.Say\(|\()""([a-z][a-zA-Z0-9-]*(?:\.[a-zA-Z0-9-]+)+)""[\],)]");

    private static IEnumerable<string> OfNotices() =>
        from file in Source.Core.Concat(Source.Web)
        let family = Path.GetFileNameWithoutExtension(file.Key) switch
        {
            "WarningWriter"
            => "warning",
            "Assumptions" => "assumption",
            "Checklist" => "task",
            "UsageNotices" => "usage",
            _ => "reason"
        }
        from code in Source.Find([file.Value], @"Notice\.Of\(""([a-z-]+)""")
            .Concat(Source.Find([file.Value], @"Notice\.For\([^""\n]*(?<!\()""([a-z-]+)"""))
            .Concat(family == "warning" ? Source.Find([file.Value], @"\bSay\(""([a-z-]+)""") : [])
            .Concat(family == "task" ? Source.Find([file.Value], @"\b(?:Task|Purchase)\(Moments\.\w+, [^""\n]*""([a-z-]+)""") : [])
        where !file.Key.EndsWith(".cshtml", StringComparison.Ordinal)
        select $"{family}.{code}";

    private static IEnumerable<string> OfErrors() =>
        from file in Source.Web
        from line in file.Value.Split('\n').Where(
            line => ((string[])["FieldError(", "Add(", "Require(", "Refuse("]).Any(call => line.Contains(call, StringComparison.Ordinal)))
        from code in Source.Find([line], @", ""([a-z]+(?:-[a-z]+)+)""[,)]")
        select "error." + code;

    private static IEnumerable<string> OfProblems() =>
        Source.Find(Source.Web.Values, @"ApiProblems\.Status\(context, [^,""]*, ""([a-z-]+)""")
            .Concat(Source.Find([Source.Named("StatusPages.cs")], @"=> ""([a-z-]+)"""))
            .Concat(Source.Find([Source.Named("ProblemFacts.cs")], @"(?<=(?:=> |, )\[.*)""([a-z-]+)""(?=.*\])"))
            .Concat(["invalid-request", "trip-over"])
            .SelectMany(code => (string[])[$"problem.{code}.title", $"problem.{code}.detail"]);

    /// <summary>Codes whose names are asked for by what they are.</summary>
    private IEnumerable<string> OfCodes() =>
    [
        .. Catalog.Usage.Profiles.SelectMany(profile => (string[])["profile." + profile.Id, "form.usage." + profile.Id]),
        .. Catalog.Usage.Activities.Select(activity => "activity." + activity.Id),
        .. Catalog.Rates.ByCurrency.Keys.Select(currency => "currency." + currency),
        .. Catalog.Airports.Keys.Select(airport => "airport." + airport),
        .. Names<Apartness>("form.apart"),
        .. Names<Medium>("medium"),
        "headline.one.router",
        .. Names<TetherPolicy>("tethering"),
        .. Names<AllowancePer>("allowance.per").Select(key => "allowance.per-" + key[14..]),
        .. Names<Priority>("priority"),
        .. Names<ConditionKind>("condition"),
        .. Strategies.SelectMany(strategy => (string[])["strategy." + strategy, "mark." + strategy]),
        .. Source.Find([Source.Named("CostParts.cs")], @"""([a-z-]+)""").Select(code => "cost." + code),
        .. Enum.GetValues<Medium>().Except([Medium.PocketWifi]).Select(medium => "headline.one." + medium.Wire()),
        .. Rejections().Select(code => "rejection." + code),
        .. Catalog.Plans.SelectMany(plan => plan.Networks).Distinct().Select(network => "network." + network),
        .. SpareLines.Codes.Select(code => "backup.none." + code),
        .. ((string[])["backup.cure", "backup.cure-all"]).Select(key => key + "-own"),
        .. Moments.All.Select(when => "when." + when),
        .. Core.Catalog.Source.Confidences.Select(confidence => "confidence." + confidence),
        .. ((string[])["not-found", "error", "unavailable", "too-many", "bad-request"]).SelectMany(
            kind => (string[])[$"status.{kind}.title", $"status.{kind}.text"]),
        .. ((string[])["unknown", "expired", "deleted", "deleted-now"]).SelectMany(
            what => (string[])[$"saved.{what}.title", $"saved.{what}.text"]),
        .. Source.Languages.Select(language => "language." + language),
        .. OfCatalogPages(),
    ];

    private static IEnumerable<string> OfCatalogPages() =>
    [
        .. ((string[])["plans", "devices", "guides", "check", "about", "partners"]).Select(place => "nav." + place),
        .. ((string[])["q", "days", "currency", "medium", "allowance", "tethering", "japaneseNumber", "provider", "show", "minGb", "sort"])
            .Select(field => "plans.field." + field),
        .. PlansWanted.Sorts.Select(sort => "plans.sort." + sort),
        .. Names<AllowanceKind>("kind"), .. Names<HandoverKind>("handover"), .. Names<ValidityStart>("starts"),
        .. Names<ValidityClock>("clock"),
        .. Names<TetherPolicy>("hotspot"), .. Names<TetherPer>("hotspot.capped").Select(key => "hotspot.capped-" + key[15..]),
        .. Names<FeeKind>("fee"), .. Names<FeePer>("fee.per"), .. Names<FeeWhen>("fee.when"), .. Names<Audience>("audience"),
        .. Names<SellerKind>("seller"),
        .. Names<DeviceClass>("class"), .. Names<Tristate>("esim"), "esim.depends", .. Names<Tristate>("esim.short"),
        .. Device.PortalAnswers.Select(portal => "portal." + portal),
        .. Refund.Policies.Select(policy => "refund." + policy),
        .. ((string[])["plan-statement", "brand-statement", "secondary"]).Select(basis => "basis." + basis),
        .. ((string[])["official", "collected", "secondary", "user-report"]).Select(basis => "evidence." + basis),
        .. ((string[])[
            "name", "phoneMarket", "carrierLocked", "esim", "devices", "usage", "profile", "gbPerDay", "activities", "gbPerMonthAtHome",
            "apart", "hoursApartPerDay", "homeOperator", "homePlan", "benefits",
        ]).Select(field => "field." + field),
        .. ((string[])[
            "days", "homeCountry", "areas", "residency", "otherCountries", "currency", "priority", "maxChanceOfRunningOut", "freeWifi",
        ]).Select(field => "field." + field),
        .. ((string[])["none", "hotel"]).Select(wifi => "estimate.wifi." + wifi),
        .. ((string[])["method", "unknown", "tariff", "rates", "sellers"]).Select(part => "about." + part),
        .. ((string[])["recommended", "strategies", "checklist", "assumptions", "catalog"]).Select(part => "partners.answer." + part),
        .. ((string[])["code", "errors", "codes"]).Select(part => "partners.errors." + part),
        .. Source.Find([Source.Named("About.cshtml.cs")], @"return \(""([a-z-]+)""").Select(gap => "gap." + gap),
        .. Source.Find([Source.Named("TariffRows.cs")], @"""(per-[a-z-]+)""").Select(unit => "tariff-unit." + unit),
        .. Source.Find([Source.Named("TariffRows.cs")], @"Count\(""[a-zA-Z.]+"", ""([a-z-]+)""").Select(unit => "tariff-unit." + unit),
    ];

    private static string[] Strategies => ["per-person", "shared-hotspot", "pocket-wifi", "mix"];

    private static IEnumerable<string> Rejections() =>
        Source.Find(
            Source.Core.Where(file => file.Key.Contains("Eligibility", StringComparison.Ordinal)).Select(file => file.Value),
            @"(?<!Name => )""([a-z]+(?:-[a-z]+)+)""")
            .Concat(CatalogSnapshot.NotAdvisableCodes);

    private static IEnumerable<string> Names<T>(string family)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => $"{family}.{value.Wire()}");
}
