using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Partners.Links;
using JapanEsimAdvisor.Web.Partners.Quotas;
using JapanEsimAdvisor.Web.Partners.Storage;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Partners;

/// <summary>What the operator does with partners: <c>partners add</c>, <c>list</c>, <c>rotate</c>, <c>revoke</c>. The only place where a key is ever shown.</summary>
/// <remarks>Ends with 0 where it was done, else with 1 and the reason.</remarks>
public sealed partial class PartnerCommands(PartnerStore store, IOptions<QuotaOptions> quotas, TextWriter output, TextWriter errors)
{
    private const int MostLetters = 80;

    private const int MostCalls = 1_000_000;

    /// <param name="args">Those of the program; settings such as <c>--Partners:Database=…</c> may stand among them.</param>
    public Task<int> RunAsync(IEnumerable<string> args, CancellationToken cancellation)
    {
        var root = new RootCommand("Japan eSIM Advisor") { new Command("partners", "Partners who call the API, and their keys") { Add(), List(), Rotate(), Revoke() } };
        return root.Parse([.. args.Where(argument => !Setting().IsMatch(argument))])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = errors }, cancellation);
    }

    private Command Add()
    {
        var name = new Option<string>("--name") { Required = true, Description = "Name of the partner, for you alone", CustomParser = NameOf };
        var origins = new Option<string[]>("--origin") { Required = true, Description = "Where its pages stand, such as https://agency.example; repeat for more", CustomParser = OriginsOf };
        var link = new Option<LinkTemplate?>("--link") { Description = "Where its buy links lead: https, with {url}, or {provider} and {planId}", CustomParser = LinkOf };
        var quota = new Option<int?>("--quota") { Description = "Calls a minute with each key", CustomParser = QuotaOf };
        var add = new Command("add", "Adds a partner and shows its two keys, once") { name, origins, link, quota };
        add.SetAction(async (parsed, cancellation) =>
        {
            var partner = new NewPartner(parsed.GetValue(name)!, parsed.GetValue(origins)!, parsed.GetValue(link), parsed.GetValue(quota));
            var (id, secret, publishable) = await store.AddAsync(partner, cancellation);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Partner {id}: {partner.Name}"));
            ShowKeys((KeyKind.Secret, secret), (KeyKind.Publishable, publishable));
            return 0;
        });
        return add;
    }

    private Command List()
    {
        var list = new Command("list", "Lists partners with their calls of the last seven days");
        list.SetAction(async (_, cancellation) =>
        {
            var partners = await store.ListAsync(cancellation);
            foreach (var line in partners.Count == 0 ? ["There are no partners."] : partners.SelectMany(entry => Lines(entry.Partner, entry.Use)))
            {
                output.WriteLine(line);
            }

            return 0;
        });
        return list;
    }

    private Command Rotate()
    {
        var id = PartnerId();
        var (secret, publishable) = (new Option<bool>("--secret") { Description = "The secret key alone" }, new Option<bool>("--publishable") { Description = "The publishable key alone" });
        var rotate = new Command("rotate", "Gives new keys and ends the old ones; both unless one is named") { id, secret, publishable };
        rotate.SetAction((parsed, cancellation) => ChangeAsync(parsed.GetValue(id), async partner =>
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
        var id = PartnerId();
        var revoke = new Command("revoke", "Ends a partner and both its keys") { id };
        revoke.SetAction((parsed, cancellation) => ChangeAsync(parsed.GetValue(id), async partner =>
        {
            await store.RevokeAsync(partner, cancellation);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Partner {partner} is revoked; its keys stop within {PartnerDirectory.Trusted.TotalSeconds} seconds."));
        }, cancellation));
        return revoke;
    }

    private async Task<int> ChangeAsync(int id, Func<int, Task> change, CancellationToken cancellation)
    {
        var standing = await store.StandingAsync(id, cancellation);
        if (standing == PartnerStanding.Active)
        {
            await change(id);
            return 0;
        }

        errors.WriteLine(FormattableString.Invariant(standing == PartnerStanding.Unknown ? $"There is no partner {id}." : (FormattableString)$"Partner {id} is revoked already."));
        return 1;
    }

    private void ShowKeys(params IReadOnlyList<(KeyKind Kind, string Key)> keys)
    {
        foreach (var (kind, key) in keys)
        {
            output.WriteLine(kind == KeyKind.Secret ? $"  secret key (servers):       {key}" : $"  publishable key (browsers): {key}");
        }

        output.WriteLine("Keep what stands here: only hashes are stored, and nobody can show it again.");
    }

    private IEnumerable<string> Lines(PartnerRow partner, IReadOnlyList<PartnerUseRow> use) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{partner.Id}: {partner.Name}"),
        $"  origins  {string.Join(", ", partner.Origins)}",
        $"  link     {(partner.Link is { } link ? LinkTemplate.Stored(link).Host : "none")}",
        string.Create(CultureInfo.InvariantCulture, $"  quota    {partner.Quota ?? quotas.Value.PerKey} calls a minute with each key"),
        $"  created  {Moment(partner.CreatedAt)}",
        $"  revoked  {(partner.RevokedAt is { } revoked ? Moment(revoked) : "no")}",
        .. use.Count == 0 ? ["  calls    none in seven days"] : use.Select(day => string.Create(CultureInfo.InvariantCulture, $"  calls    {day.Day:yyyy-MM-dd}: {day.Answered}, refused past the quota: {day.Refused}")),
    ];

    private static string Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("u", CultureInfo.InvariantCulture);

    private static Argument<int> PartnerId() => new("ID") { Description = "Number of the partner, as list shows it" };

    private static string? NameOf(ArgumentResult given) => given.Tokens[0].Value.Trim() is { Length: > 0 and <= MostLetters } name && !name.Any(char.IsControl)
        ? name
        : Wrong<string>(given, FormattableString.Invariant($"The name needs 1 to {MostLetters} characters, no control characters among them."));

    private static string[]? OriginsOf(ArgumentResult given)
    {
        var read = given.Tokens.Select(token => (token.Value, Origin: AllowedOrigin.Read(token.Value))).ToList();
        return read.FirstOrDefault(one => one.Origin is null) is { Value: { } wrong }
            ? Wrong<string[]>(given, $"{wrong} is no origin: write https://, the host and nothing after it (http:// on the own machine alone).")
            : [.. read.Select(one => one.Origin!).Distinct(StringComparer.Ordinal)];
    }

    private static LinkTemplate? LinkOf(ArgumentResult given) =>
        LinkTemplate.TryRead(given.Tokens[0].Value, out var template, out var problem) ? template : Wrong<LinkTemplate>(given, problem);

    private static int? QuotaOf(ArgumentResult given)
    {
        if (int.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var quota) && quota is >= 1 and <= MostCalls)
        {
            return quota;
        }

        given.AddError(FormattableString.Invariant($"The quota is a whole number of calls a minute, 1 to {MostCalls}."));
        return null;
    }

    private static T? Wrong<T>(ArgumentResult given, string problem)
        where T : class
    {
        given.AddError(problem);
        return null;
    }

    [GeneratedRegex(@"\A--\w+(?::\w+)+=")]
    private static partial Regex Setting();
}

public static class PartnerCommandLine
{
    /// <summary>Runs <c>partners …</c>; null where the arguments ask for something else.</summary>
    /// <returns>Exit code: 0 where it was done.</returns>
    public static async Task<int?> RunPartnersCommandAsync(this WebApplication app, string[] args)
    {
        if (args.FirstOrDefault(argument => !argument.StartsWith('-')) != "partners")
        {
            return null;
        }

        await app.MigratePartnersAsync();
        using var scope = app.Services.CreateScope();
        var commands = new PartnerCommands(
            scope.ServiceProvider.GetRequiredService<PartnerStore>(), scope.ServiceProvider.GetRequiredService<IOptions<QuotaOptions>>(), Console.Out, Console.Error);
        return await commands.RunAsync(args, CancellationToken.None);
    }
}
