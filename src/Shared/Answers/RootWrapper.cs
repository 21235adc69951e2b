namespace TypedLlm.TypedAnswers;

/// <summary>The root of a strict schema is an object. What is none stands in one as its only property.</summary>
internal static class RootWrapper
{
    /// <summary>The name of that property; null if the root is an object itself.</summary>
    public static string? Of(AnswerShape shape)
    {
        var root = shape.Root;
        if (root.Kind is TypeKind.List or TypeKind.Dictionary)
        {
            return "items";
        }

        return root is { Kind: TypeKind.Named, IsNullable: false } && IsObject(shape, root.Name!) ? null : "value";
    }

    private static bool IsObject(AnswerShape shape, string name)
    {
        // A family whose base is one of its own cases has two shapes of one name.
        var found = false;
        foreach (var type in shape.Types)
        {
            if (type.Type == name)
            {
                if (type is not ObjectShape)
                {
                    return false;
                }

                found = true;
            }
        }

        return found;
    }
}
