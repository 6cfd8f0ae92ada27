using System.Text.Json;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Limits;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Caching.Hybrid;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>Answers a question from the cache, else searches once for all who ask it at the same time.</summary>
public sealed class AdviceAnswers(Advisor advisor, HybridCache cache, SearchBudget budget, AdviceGiven given)
{
    private static readonly HybridCacheEntryOptions LookOnly = new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableLocalCacheWrite };

    private static readonly HybridCacheEntryOptions ForADay = new() { Expiration = TimeSpan.FromDays(1), LocalCacheExpiration = TimeSpan.FromDays(1) };

    /// <returns>The answer as JSON with its tag, or every error.</returns>
    /// <exception cref="SearchBudgetSpentException">The caller has asked for too much search in this minute.</exception>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public async Task<(string Tag, byte[]? Json, IReadOnlyList<FieldError> Errors)> AnswerAsync(
        ReadRequest<TripRequest> read, Words words, CancellationToken cancellation)
    {
        var (question, errors) = Check(read, words);
        if (question is null)
        {
            return (string.Empty, null, errors);
        }

        var tag = TagOf(question, words);
        var json = await CachedAsync(tag, question.Trip.People, cancellation) ?? await SearchedAsync(tag, question, words, cancellation);
        return json.Length > 0 ? (tag, json, []) : (tag, null, read.Named([UnknownBasket(question.Request.Preferences!.Basket!)]));
    }

    /// <summary>What can be refused without a search is.</summary>
    private (TripQuestion? Question, IReadOnlyList<FieldError> Errors) Check(ReadRequest<TripRequest> read, Words words)
    {
        var (question, errors) = advisor.Check(read, words);
        if (read.Request?.Preferences?.Basket is { } basket && !Choice.IsBasketId(basket))
        {
            return (null, [.. errors, .. read.Named([UnknownBasket(basket)])]);
        }

        return question is { } known && known.Today > known.Trip.Stay.Departure ? (null, read.Named([new FieldError("trip.departure", "trip-over")])) : (question, errors);
    }

    private async Task<byte[]?> CachedAsync(string tag, int people, CancellationToken cancellation)
    {
        var known = await cache.GetOrCreateAsync(tag, _ => ValueTask.FromResult<byte[]?>(null), LookOnly, cancellationToken: cancellation);
        if (known is not null)
        {
            given.Note(people, isCached: true);
        }

        return known;
    }

    private async Task<byte[]> SearchedAsync(string tag, TripQuestion question, Words words, CancellationToken cancellation)
    {
        // Each caller pays, also one whose question another caller's search answers.
        budget.Spend(question.Cost);
        given.Note(question.Trip.People, isCached: false);
        return await cache.GetOrCreateAsync(tag, stop => ValueTask.FromResult(Search(question, words, stop)), ForADay, cancellationToken: cancellation);
    }

    /// <summary>Nothing where the basket that was chosen is none of this trip.</summary>
    private byte[] Search(TripQuestion question, Words words, CancellationToken cancellation)
    {
        var view = advisor.Search(question, words, cancellation);
        return view.Choice.IsGone ? [] : JsonSerializer.SerializeToUtf8Bytes(RecommendationResponse.Of(view), WireJson.Options);
    }

    private static FieldError UnknownBasket(string id) => new("preferences.basket", "unknown-basket", ("value", id));

    /// <summary>Request, catalog, day in Japan and language: what an answer depends on.</summary>
    private static string TagOf(TripQuestion question, Words words) => ETags.TagOf(
        $"{JsonSerializer.Serialize(question.Request, WireJson.Options)}\n{question.Catalog.Version}\n{question.Today:yyyy-MM-dd}\n{words.Language.Tag}");
}
