using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Resources;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Tests.Partners;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace JapanEsimAdvisor.Web.Tests.Wire;

/// <summary>What the site measures of itself.</summary>
public sealed class MeterTests(OnePartnerSite one) : IClassFixture<OnePartnerSite>
{
    [Theory]
    [InlineData(1, "1")]
    [InlineData(2, "2")]
    [InlineData(4, "3-4")]
    [InlineData(5, "5-8")]
    [InlineData(9, "9+")]
    public async Task Advice_is_timed_by_the_size_of_the_party(int people, string size)
    {
        var site = one.Site;
        using var meters = new Meters(site);
        (await site.CallAsync($"/api/v1/recommendations?people={people}&days=5")).Ok();
        (await site.CallAsync($"/api/v1/recommendations?people={people}&days=5")).Ok();
        (await site.CallAsync($"/en/result?people={people}&days=5")).Ok();

        Assert.Equal(
            ((string[])["False", "True", "False"]).Select(
                isCached => $"advisor.recommendation.duration cached={isCached} party.size={size}"),
            meters.Read.Select(one => one.What));
        Assert.All(meters.Read, one => Assert.True(one.Value >= 0));
    }

    [Theory]
    [InlineData("/en/result?people=2&days=5", "flip.lead")]
    [InlineData("/en/result?people=2&days=5", "backup.heading")]
    [InlineData("/api/v1/recommendations?people=2&days=5&include=backup", "backup.failure")]
    public async Task The_time_of_advice_holds_all_that_was_asked_for_beside_it_and_its_words(string address, string word)
    {
        var texts = new SlowTexts(word);
        await using var site = new PartnerSite { Change = services => services.AddSingleton<ResourceManager>(texts) };
        texts.Clock = site.Clock;
        using var meters = new Meters(site);
        (await site.CallAsync(address)).Ok();

        Assert.True(Assert.Single(meters.Read).Value >= SlowTexts.Seconds, $"{word} was not counted");
    }

    [Fact]
    public async Task What_is_refused_is_counted_by_its_code_for_API_agents_and_pages()
    {
        await using var site = new PartnerSite();
        using var meters = new Meters(site);
        await site.CallAsync("/api/v1/recommendations?people=2&days=0");
        await site.CallAsync("/api/v1/plans?medium=pigeon&color=red");
        await site.CallAsync("/en/result?people=2&days=5&currency=XXX");

        Assert.Equal(
            [
                "advisor.rejections code=days-out-of-range",
                "advisor.rejections code=unknown-currency",
                "advisor.rejections code=unknown-field",
                "advisor.rejections code=unknown-value",
            ],
            meters.Read.Select(one => one.What).Order(StringComparer.Ordinal));
        Assert.All(meters.Read, one => Assert.Equal(1, one.Value));
    }

    [Fact]
    public async Task Calls_past_their_quota_are_counted_by_the_kind_of_caller()
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "1"));
        var (secret, publishable) = await site.AddAsync("--quota", "1");
        using var meters = new Meters(site);
        foreach (var headers in ((string, string)[][])[
            [],
            [PartnerSite.Key(secret)],
            [PartnerSite.Key(publishable), PartnerSite.FromOrigin()],
        ])
        {
            (await site.CallAsync(PartnerSite.Profiles, headers)).Ok();
            await site.CallAsync(PartnerSite.Profiles, headers);
        }

        Assert.Equal(
            ["advisor.quota.refusals caller=address", "advisor.quota.refusals caller=secret", "advisor.quota.refusals caller=publishable"],
            meters.Read.Select(one => one.What));
    }

    [Fact]
    public async Task The_age_of_the_catalog_is_told_before_anybody_asks()
    {
        await using var site = new PartnerSite();
        using var meters = new Meters(site);
        site.Clock.Advance(TimeSpan.FromHours(60));
        meters.Look();

        Assert.Equal([("advisor.catalog.age", 2.5)], meters.Read);
    }

    /// <summary>The site's texts, one of which takes its time.</summary>
    private sealed class SlowTexts(string slow) : ResourceManager
    {
        public const int Seconds = 7;

        public FakeTimeProvider? Clock { get; set; }

        public override string? GetString(string name, CultureInfo? culture)
        {
            if (name == slow)
            {
                Clock?.Advance(TimeSpan.FromSeconds(Seconds));
            }

            return Words.Resources.GetString(name, culture);
        }
    }

    /// <summary>Listens to the meters of one site, while other sites run in other tests.</summary>
    private sealed class Meters : IDisposable
    {
        private readonly MeterListener _listener = new();

        private readonly ConcurrentQueue<(string What, double Value)> _read = new();

        public Meters(PartnerSite site)
        {
            var own = site.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == SiteMeters.Name && instrument.Meter.Scope == own)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
            _listener.Start();
        }

        public IEnumerable<(string What, double Value)> Read => _read;

        public void Look() => _listener.RecordObservableInstruments();

        public void Dispose() => _listener.Dispose();

        private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _read.Enqueue(
                (string.Join(
                    ' ',
                    tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal).Prepend(instrument.Name)), value));
    }
}
