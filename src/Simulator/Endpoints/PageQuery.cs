using System.Globalization;
using System.Text.Json;

namespace TypedLlm.Simulator;

/// <summary>The query of a list call and the page that answers it.</summary>
internal sealed record PageQuery(int Limit, bool OldestFirst, string? After)
{
    private static readonly string[] Orders = ["asc", "desc"];

    /// <exception cref="ApiErrorException">The query is wrong.</exception>
    public static PageQuery Read(IQueryCollection query, int defaultLimit, int maxLimit)
    {
        var limit = defaultLimit;
        if (query.TryGetValue("limit", out var text))
        {
            if (!int.TryParse(text, CultureInfo.InvariantCulture, out limit))
            {
                throw new ApiErrorException(ApiErrors.InvalidType("limit", "an integer", "a string"));
            }

            if (limit < 1 || limit > maxLimit)
            {
                var bound = (limit < 1 ? 1 : maxLimit).ToString(CultureInfo.InvariantCulture);
                throw new ApiErrorException(ApiErrors.OutOfRange("limit", "integer", limit < 1, bound, text!));
            }
        }

        var order = query.TryGetValue("order", out var given) ? given.ToString() : "desc";
        return Orders.Contains(order)
            ? new PageQuery(limit, order == "asc", query.TryGetValue("after", out var after) ? after.ToString() : null)
            : throw new ApiErrorException(ApiErrors.InvalidValue("order", order, Orders));
    }

    /// <param name="json">Where to write.</param>
    /// <param name="oldestFirst">All that the list could hold.</param>
    /// <param name="id">The id of an entry.</param>
    /// <param name="write">Writes an entry.</param>
    public void Write<T>(Utf8JsonWriter json, IEnumerable<T> oldestFirst, Func<T, string> id, Action<Utf8JsonWriter, T> write)
    {
        var all = OldestFirst ? oldestFirst : oldestFirst.Reverse();
        var rest = (After is null ? all : all.SkipWhile(entry => id(entry) != After).Skip(1)).ToList();
        var page = rest[..Math.Min(Limit, rest.Count)];
        json.WriteStartObject();
        json.WriteString("object", "list");
        json.WriteStartArray("data");
        foreach (var entry in page)
        {
            write(json, entry);
        }

        json.WriteEndArray();
        json.WriteString("first_id", page is [var first, ..] ? id(first) : null);
        json.WriteString("last_id", page is [.., var last] ? id(last) : null);
        json.WriteBoolean("has_more", rest.Count > page.Count);
        json.WriteEndObject();
    }
}
