using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator;

/// <summary>The name of a schema for the service, which takes letters, digits, underscores and hyphens.</summary>
internal static class SchemaName
{
    private const int Longest = 64;

    public static string Of(AnswerShape shape)
    {
        var name = "answer";
        foreach (var type in shape.Types)
        {
            if (type.Type == shape.Root.Name)
            {
                name = type.Name;
                break;
            }
        }

        var characters = name.ToCharArray(0, Math.Min(name.Length, Longest));
        for (var i = 0; i < characters.Length; i++)
        {
            if (characters[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-'))
            {
                characters[i] = '_';
            }
        }

        return new string(characters);
    }
}
