using System.CommandLine;
using System.Globalization;
using JapanEsimAdvisor.Web.Hosting;
using JapanEsimAdvisor.Web.Limits;
using JapanEsimAdvisor.Web.Partners.Keys;
using JapanEsimAdvisor.Web.Partners.Storage;
using JapanEsimAdvisor.Web.Storage;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Partners.Commands;

/// <summary>
/// The operator's commands for partners: <c>partners add</c>, <c>list</c>, <c>edit</c>, <c>rotate</c>, <c>revoke</c>.
/// Only they show keys.
/// </summary>
/// <param name="services">Services of the site, created only if a command runs.</param>
public sealed class PartnerCommands(Func<IServiceProvider> services, TextWriter output, TextWriter errors)
{
    public Command All() => new("partners", "Partners who call the API, and their keys") { Add(), List(), Edit(), Rotate(), Revoke() };

    private Command Add()
    {
        var (name, origins, link, quota) = (
            PartnerArguments.Name(),
            PartnerArguments.Origins(mayClear: false),
            PartnerArguments.Link(mayClear: false),
            PartnerArguments.Quota(mayClear: false));
        var add = new Command("add", "Adds a partner and shows its two keys, once") { name, origins, link, quota };
        add.SetAction((parsed, cancellation) => WithStoreAsync(async store =>
        {
            var partner = new NewPartner(parsed.GetValue(name)!, parsed.GetValue(origins)!, parsed.GetValue(link), parsed.GetValue(quota));
            var (id, secret, publishable) = await store.AddAsync(partner, cancellation);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Partner {id}: {partner.Name}"));
            ShowKeys((KeyKind.Secret, secret), (KeyKind.Publishable, publishable));
            return 0;
        }, cancellation));
        return add;
    }

    private Command List()
    {
        var list = new Command("list", "Lists partners with their calls of the last seven days");
        list.SetAction((_, cancellation) => WithStoreAsync(async store =>
        {
            var partners = await store.ListAsync(cancellation);
            foreach (var line in partners.Count == 0
                ? ["There are no partners."]
                : partners.SelectMany(entry => Lines(entry.Partner, entry.Use)))
            {
                output.WriteLine(line);
            }

            return 0;
        }, cancellation));
        return list;
    }

    private Command Edit()
    {
        var (which, origins, link, quota) = (
            PartnerArguments.Partner(),
            PartnerArguments.Origins(mayClear: true),
            PartnerArguments.Link(mayClear: true),
            PartnerArguments.Quota(mayClear: true));
        var edit = new Command(
            "edit", "Changes what is named of a partner and leaves the rest, its keys among it") { which, origins, link, quota };
        edit.Validators.Add(given =>
        {
            if (!edit.Options.Any(option => option is { Name: "--origin" or "--link" or "--quota" } && given.GetResult(option) is not null))
            {
                given.AddError("Name what is to be changed: --origin, --link or --quota.");
            }
        });
        edit.SetAction((parsed, cancellation) => ChangeAsync(parsed.GetValue(which)!, async (store, partner) =>
        {
            var changed = await store.EditAsync(
                partner,
                terms => new PartnerTerms(
                    PartnerArguments.ValueOf(parsed, origins, terms.Origins) ?? [],
                    PartnerArguments.ValueOf(parsed, link, terms.Link),
                    PartnerArguments.ValueOf(parsed, quota, terms.Quota)),
                cancellation);
            Terms(changed).ToList().ForEach(output.WriteLine);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"A running site follows within {PartnerDirectory.Trusted.TotalSeconds} seconds."));
        }, cancellation));
        return edit;
    }

    private Command Rotate()
    {
        var which = PartnerArguments.Partner();
        var (secret, publishable) = (
            new Option<bool>("--secret") { Description = "The secret key alone" },
            new Option<bool>("--publishable") { Description = "The publishable key alone" });
        var rotate = new Command("rotate", "Gives new keys and ends the old ones; both unless one is named") { which, secret, publishable };
        rotate.SetAction((parsed, cancellation) => ChangeAsync(parsed.GetValue(which)!, async (store, partner) =>
        {
            var isOne = parsed.GetValue(secret) != parsed.GetValue(publishable);
            var kinds = Enum.GetValues<KeyKind>().Where(kind => !isOne || (kind == KeyKind.Secret) == parsed.GetValue(secret));
            foreach (var kind in kinds)
            {
                ShowKeys((kind, await store.RotateAsync(partner, kind, cancellation)));
            }
        }, cancellation));
        return rotate;
    }

    private Command Revoke()
    {
        var which = PartnerArguments.Partner();
        var revoke = new Command("revoke", "Ends a partner and both its keys") { which };
        revoke.SetAction((parsed, cancellation) => ChangeAsync(parsed.GetValue(which)!, async (store, partner) =>
        {
            await store.RevokeAsync(partner, cancellation);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Partner {partner} is revoked; its keys stop within {PartnerDirectory.Trusted.TotalSeconds} seconds."));
        }, cancellation));
        return revoke;
    }

    /// <param name="which">Number or name.</param>
    private Task<int> ChangeAsync(string which, Func<PartnerStore, int, Task> change, CancellationToken stop) =>
        WithStoreAsync(async store =>
    {
        var ids = await store.FindAsync(which, stop);
        if (await ProblemOfAsync(store, which, ids, stop) is { } problem)
        {
            errors.WriteLine(problem);
            return StartUp.Failed;
        }

        await change(store, ids[0]);
        return 0;
    }, stop);

    private async Task<int> WithStoreAsync(Func<PartnerStore, Task<int>> run, CancellationToken cancellation)
    {
        await using var scope = services().CreateAsyncScope();
        var provider = scope.ServiceProvider;
        await provider.GetRequiredService<PartnersDb>().PrepareAsync(provider.GetRequiredService<TimeProvider>(), cancellation);
        return await run(provider.GetRequiredService<PartnerStore>());
    }

    /// <summary>Null if the text names exactly one partner and it is not revoked.</summary>
    private static async Task<string?> ProblemOfAsync(PartnerStore store, string which, IReadOnlyList<int> ids, CancellationToken stop) =>
        ids switch
        {
            [] => $"There is no partner {which}.",
            [var id] => await store.IsActiveAsync(id, stop) ? null : $"Partner {which} is revoked already.",
            _ => $"Several partners are called {which}: name one by its number, {string.Join(", ", ids)}.",
        };

    private void ShowKeys(params IReadOnlyList<(KeyKind Kind, string Key)> keys)
    {
        foreach (var (kind, key) in keys)
        {
            output.WriteLine(kind == KeyKind.Secret ? $"  secret key (servers):       {key}" : $"  publishable key (browsers): {key}");
        }

        output.WriteLine("Save these lines: only hashes are stored, so they cannot be shown again.");
    }

    private IEnumerable<string> Lines(PartnerRow partner, IReadOnlyList<PartnerUseRow> use) =>
    [
        .. Terms(partner),
        $"  created  {Moment(partner.CreatedAt)}",
        $"  revoked  {(partner.RevokedAt is { } revoked ? Moment(revoked) : "no")}",
        .. use.Count == 0
            ? ["  calls    none in seven days"]
            : use.Select(day => string.Create(
                CultureInfo.InvariantCulture, $"  calls    {day.Day:yyyy-MM-dd}: {day.Answered}, refused past the quota: {day.Refused}")),
    ];

    private IEnumerable<string> Terms(PartnerRow partner) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{partner.Id}: {partner.Name}"),
        $"  origins  {(partner.Origins.Count > 0 ? string.Join(", ", partner.Origins) : "none: its publishable key opens nothing")}",
        $"  link     {(partner.Link is { } link ? LinkTemplate.Stored(link).Host : "none")}",
        string.Create(CultureInfo.InvariantCulture, $"  quota    {partner.Quota ?? UsualQuota} calls a minute with each key"),
    ];

    private int UsualQuota => services().GetRequiredService<IOptions<QuotaOptions>>().Value.PerKey;

    private static string Moment(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("u", CultureInfo.InvariantCulture);
}
