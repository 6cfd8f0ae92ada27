using System.Collections.Frozen;
using System.Globalization;
using JapanEsimAdvisor.Web.Partners.Keys;
using JapanEsimAdvisor.Web.Storage;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.EntityFrameworkCore;

namespace JapanEsimAdvisor.Web.Partners.Storage;

/// <summary>Checked values of a new partner.</summary>
/// <param name="Origins">As <see cref="AllowedOrigin"/> writes them.</param>
public sealed record NewPartner(string Name, IReadOnlyList<string> Origins, LinkTemplate? Link, int? Quota);

/// <summary>Checked values of a partner that can change.</summary>
/// <param name="Origins">In the form of <see cref="AllowedOrigin"/>; empty if no page may call.</param>
/// <param name="Link">Null if buy links lead to the seller.</param>
/// <param name="Quota">Calls a minute with each key; null for the configured default.</param>
public sealed record PartnerTerms(IReadOnlyList<string> Origins, LinkTemplate? Link, int? Quota);

/// <summary>Partners in the database.</summary>
public sealed class PartnerStore(PartnersDb db, TimeProvider clock)
{
    private const int DaysListed = 7;

    /// <returns>The partner's id and its two keys, which cannot be shown again.</returns>
    public async Task<(int Id, string Secret, string Publishable)> AddAsync(NewPartner partner, CancellationToken cancellation)
    {
        var (secret, publishable) = (PartnerKeys.New(KeyKind.Secret), PartnerKeys.New(KeyKind.Publishable));
        var row = new PartnerRow
        {
            Name = partner.Name,
            Origins = [.. partner.Origins],
            Link = partner.Link?.Text,
            Quota = partner.Quota,
            CreatedAt = Now,
            Keys = [RowOf(secret, KeyKind.Secret), RowOf(publishable, KeyKind.Publishable)],
        };
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        return (row.Id, secret, publishable);
    }

    /// <summary>
    /// Ids of the partners with a number or name. Revoked partners count only if no other has the name.
    /// </summary>
    public async Task<IReadOnlyList<int>> FindAsync(string numberOrName, CancellationToken cancellation)
    {
        var number = int.TryParse(numberOrName, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var found = await db.Partners.AsNoTracking()
            .Where(row => row.Id == number || row.Name == numberOrName)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellation);
        var named = found.Exists(row => row.RevokedAt is null) ? found.Where(row => row.RevokedAt is null) : found;
        return found.Exists(row => row.Id == number) ? [number] : [.. named.Select(row => row.Id)];
    }

    /// <returns>False if the partner is revoked.</returns>
    public Task<bool> IsActiveAsync(int id, CancellationToken cancellation) =>
        db.Partners.AnyAsync(row => row.Id == id && row.RevokedAt == null, cancellation);

    /// <summary>Changes a partner's terms but not its keys.</summary>
    public async Task<PartnerRow> EditAsync(int id, Func<PartnerTerms, PartnerTerms> change, CancellationToken cancellation)
    {
        var row = await db.Partners.SingleAsync(row => row.Id == id, cancellation);
        var terms = change(new PartnerTerms(row.Origins, row.Link is { } link ? LinkTemplate.Stored(link) : null, row.Quota));
        (row.Origins, row.Link, row.Quota) = ([.. terms.Origins], terms.Link?.Text, terms.Quota);
        await db.SaveChangesAsync(cancellation);
        return row;
    }

    /// <summary>Ends a partner's key of one kind and creates a new one, in one transaction.</summary>
    public async Task<string> RotateAsync(int id, KeyKind kind, CancellationToken cancellation)
    {
        var (key, now) = (PartnerKeys.New(kind), Now);
        foreach (var old in await db.Keys.Where(row => row.PartnerId == id && row.Kind == kind && row.EndedAt == null)
            .ToListAsync(cancellation))
        {
            old.EndedAt = now;
        }

        (await db.Partners.SingleAsync(row => row.Id == id, cancellation)).Keys.Add(RowOf(key, kind));
        await db.SaveChangesAsync(cancellation);
        return key;
    }

    /// <summary>Revokes a partner and ends both keys.</summary>
    public Task RevokeAsync(int id, CancellationToken cancellation)
    {
        var now = Now;
        return db.Partners.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.RevokedAt, now), cancellation);
    }

    /// <summary>All partners with their calls of the last days, newest day first.</summary>
    public async Task<IReadOnlyList<(PartnerRow Partner, IReadOnlyList<PartnerUseRow> Use)>> ListAsync(CancellationToken cancellation)
    {
        var since = clock.TodayInJapan().AddDays(1 - DaysListed);
        var use = (await db.Use.AsNoTracking().Where(row => row.Day >= since).OrderByDescending(row => row.Day).ToListAsync(cancellation))
            .ToLookup(row => row.PartnerId);
        var partners = await db.Partners.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellation);
        return [.. partners.Select(partner => (partner, (IReadOnlyList<PartnerUseRow>)[.. use[partner.Id]]))];
    }

    /// <summary>Adds counted calls to their days, in one transaction.</summary>
    public async Task AddCallsAsync(IReadOnlyList<CallsOfDay> calls, CancellationToken cancellation)
    {
        await using var whole = await db.BeginAsync(cancellation);
        foreach (var (partner, day, answered, refused) in calls)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO Use (PartnerId, Day, Answered, Refused) VALUES ({partner}, {day}, {answered}, {refused})
                ON CONFLICT (PartnerId, Day) DO UPDATE SET Answered = Answered + excluded.Answered, Refused = Refused + excluded.Refused
                """,
                cancellation);
        }

        await whole.CommitAsync(cancellation);
    }

    /// <summary>All keys, also ended ones, by their hash in hexadecimal.</summary>
    public async Task<FrozenDictionary<string, PartnerKey>> KeysAsync(CancellationToken cancellation)
    {
        var rows = await db.Partners.AsNoTracking().Include(row => row.Keys).ToListAsync(cancellation);
        return rows.SelectMany(KeysOf).ToFrozenDictionary(key => Convert.ToHexString(key.Hash), StringComparer.Ordinal);
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static IEnumerable<PartnerKey> KeysOf(PartnerRow row)
    {
        var partner = new Partner(row.Id, row.Origins, row.Link is { } link ? LinkTemplate.Stored(link) : null, row.Quota);
        return row.Keys.Select(key => new PartnerKey(key.Hash, key.Kind, row.RevokedAt is not null || key.EndedAt is not null, partner));
    }

    private PartnerKeyRow RowOf(string key, KeyKind kind) => new() { Hash = PartnerKeys.HashOf(key), Kind = kind, CreatedAt = Now };
}
