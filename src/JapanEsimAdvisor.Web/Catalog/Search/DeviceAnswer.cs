using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>What a typed name means: one device, or several to choose from, or nothing.</summary>
/// <param name="Device">The device that is surely meant; null where several or none are.</param>
/// <param name="Market">
/// ISO 3166 code of the market that the name states, by a word, an operator or a model number; null where it states none.
/// </param>
/// <param name="Candidates">The devices that can be meant, best match first; empty where one is surely meant.</param>
public sealed record DeviceAnswer(Device? Device, string? Market, ImmutableArray<Device> Candidates);
