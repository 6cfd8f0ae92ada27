using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>Answers a question from what is kept, else works it out and keeps it.</summary>
public sealed class AdviceDesk(Advisor advisor, AnswerCache kept, CatalogInService catalog, AdviceGiven given, TimeProvider clock)
{
    /// <param name="address">Where the request came from an address.</param>
    /// <param name="errors">What was wrong already.</param>
    /// <returns>The answer with its tag, or every error.</returns>
    public (string Tag, KeptAnswer? Answer, IReadOnlyList<FieldError> Errors) Answer(JsonObject tree, QueryTree? address, Words words, IReadOnlyList<FieldError> errors)
    {
        // An address carries text where a body carries numbers: what one may say is an error of the other.
        var question = (address is null ? "body\n" : "address\n") + CanonicalJson.Of(tree);
        var tag = TagOf(question, catalog.Snapshot.Version, clock.TodayInJapan(), words);
        if (errors.Count == 0 && kept.Find(tag) is { } known)
        {
            given.Note(known.People, isCached: true);
            return (tag, known, []);
        }

        if (tree["preferences"] is JsonObject preferences && preferences["basket"]?.ToString() is { } basket && !Choice.IsBasketId(basket))
        {
            errors = [.. errors, new FieldError("preferences.basket", "unknown-basket", ("value", basket))];
        }

        var (view, wrong) = advisor.Advise(tree, address, words, errors);
        return view is null ? (tag, null, wrong) : Judge(question, view);
    }

    private (string Tag, KeptAnswer? Answer, IReadOnlyList<FieldError> Errors) Judge(string question, AdviceView view)
    {
        var tag = TagOf(question, view.Catalog.Version, view.Advice.Today, view.Words);
        return view switch
        {
            _ when view.Advice.Today > view.Advice.Trip.Stay.Departure => (tag, null, [new FieldError("trip.departure", "trip-over")]),
            { Choice.IsGone: true } => (tag, null, [new FieldError("preferences.basket", "unknown-basket", ("value", view.Request.Preferences!.Basket!))]),
            _ => (tag, kept.Keep(tag, RecommendationMapping.ToResponse(view), view.Advice.Trip.People), []),
        };
    }

    /// <summary>Request, catalog, day in Japan and language: what an answer depends on.</summary>
    private static string TagOf(string question, string version, DateOnly today, Words words) => ETags.TagOf(
        $"{question}\n{version}\n{today:yyyy-MM-dd}\n{words.Language.Tag}");
}
