using System.Text.Json;
using System.Text.Unicode;

namespace TypedLlm.Simulator;

/// <summary>JSON can escape texts that are no Unicode, such as half of a surrogate pair; they can be parsed but neither read nor written.</summary>
internal static class JsonText
{
    /// <exception cref="ApiErrorException">A text or a name is no Unicode.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static void Check(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.ValueIsEscaped && !IsUnicode(ref reader))
            {
                throw new ApiErrorException(ApiErrors.MalformedJson());
            }
        }

        if (!Utf8.IsValid(json))
        {
            throw new ApiErrorException(ApiErrors.MalformedJson());
        }
    }

    private static bool IsUnicode(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
