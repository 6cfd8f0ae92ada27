using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>A request after reading: typed, or what is wrong with its form.</summary>
/// <typeparam name="T">Type of the request.</typeparam>
public sealed class ReadRequest<T>
    where T : class
{
    private readonly QueryTree? _address;

    private readonly IReadOnlyList<FieldError> _unread;

    private readonly IReadOnlyList<FieldError> _ofAddress;

    /// <summary>Where something cannot be read, the request without it.</summary>
    private readonly T? _rest;

    public ReadRequest(T request)
        : this(request, null, [])
    {
    }

    /// <param name="address">The address that was read; null for a body.</param>
    /// <param name="ofAddress">Errors of the address.</param>
    internal ReadRequest(T request, QueryTree? address, IReadOnlyList<FieldError> ofAddress)
        : this(request, null, [], address, ofAddress)
    {
    }

    /// <param name="rest">The request without what cannot be read.</param>
    /// <param name="unread">Errors of form, by the paths of the body.</param>
    /// <param name="address">The address that was read; null for a body.</param>
    /// <param name="ofAddress">Errors of the address.</param>
    internal ReadRequest(T? rest, IReadOnlyList<FieldError> unread, QueryTree? address, IReadOnlyList<FieldError> ofAddress)
        : this(null, rest, unread, address, ofAddress)
    {
    }

    private ReadRequest(T? request, T? rest, IReadOnlyList<FieldError> unread, QueryTree? address, IReadOnlyList<FieldError> ofAddress) =>
        (Request, _rest, _unread, _address, _ofAddress) = (request, rest, unread, address, ofAddress);

    /// <summary>Null where its form is wrong.</summary>
    public T? Request { get; }

    /// <summary>The same request with what a page means by it.</summary>
    public ReadRequest<T> With(Func<T, T> change) =>
        new(Request is null ? null : change(Request), _rest is null ? null : change(_rest), _unread, _address, _ofAddress);

    /// <summary>
    /// Every error: of the address, of the form, and of the rules for what can be read. A rule that only misses what cannot be read is no news. Paths are
    /// the ones that were asked.
    /// </summary>
    /// <param name="rules">Errors of a request, by the paths of the body.</param>
    public IReadOnlyList<FieldError> Check(Func<T, IReadOnlyList<FieldError>> rules) =>
        [.. _ofAddress, .. Named(_unread), .. Named((Request ?? _rest) is { } known ? ReadErrors.News(_unread, rules(known)) : [])];

    /// <summary>Errors at the paths that were asked: an address may leave out entries of a list, a body may not.</summary>
    public IReadOnlyList<FieldError> Named(IEnumerable<FieldError> errors) => [.. errors.Select(error => _address?.AsAsked(error) ?? error)];
}
