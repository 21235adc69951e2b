using System.Text;
using TypedLlm.Endpoints;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator;

/// <summary>Names of the classes that are emitted for types. Different types never share one.</summary>
internal static class AnswerClassNames
{
    public const string Namespace = "TypedLlm.Generated";

    // Two underscores, which no name has inside, so that a type nested in another does not take the name of what is emitted for that.
    private const string Writer = "__Writer";

    /// <summary>The class that reads a type.</summary>
    public static string Of(NamedShape type) => type is UnionShape ? Identifier(type.Type) + "__Family" : OfObject(type.Type);

    public static string OfObject(string type) => Identifier(type);

    /// <summary>What shows a type while it arrives.</summary>
    public static string OfPartial(NamedShape type) => Identifier(type.Type) + "__Partial";

    /// <summary>What is made for the root of a shape.</summary>
    public static string OfRoot(AnswerShape shape) => Identifier(shape.Root.Type) + "__Root";

    /// <summary>The class that writes a type.</summary>
    public static string OfWriter(NamedShape type) => Of(type) + Writer;

    public static string OfObjectWriter(string type) => OfObject(type) + Writer;

    /// <summary>The class that writes the root of a shape.</summary>
    public static string OfRootWriter(AnswerShape shape) => OfRoot(shape) + Writer;

    public static string OfFormat(AnswerShape shape) => Identifier(shape.Root.Type) + "__Format";

    /// <summary>The class that asks for a list of the root and reads its elements one by one.</summary>
    public static string OfElements(AnswerShape shape) => Identifier(shape.Root.Type) + "__Elements";

    /// <summary>The class that asks for what a method answers with; null if that is text.</summary>
    public static string? OfAnswer(MethodModel method) => method.Answer is not { } answer ? null
        : method.Shape == ReturnShape.Stream ? OfElements(answer)
        : OfFormat(answer);

    public static string Full(string className) => $"global::{Namespace}.{className}";

    /// <summary><c>global::Shop.Box&lt;int&gt;</c> gives <c>Shop_Box_1int_2</c>. No part of a name begins with a digit, so nothing else does.</summary>
    private static string Identifier(string type)
    {
        const string Special = "_<>,?[]@:*()";
        var name = new StringBuilder(type.Length);
        foreach (var character in type.Replace("global::", ""))
        {
            if (character == '.')
            {
                name.Append('_');
            }
            else if (Special.IndexOf(character) is >= 0 and var index)
            {
                name.Append('_').Append((char)(index < 10 ? '0' + index : 'A' + index));
            }
            else if (character != ' ')
            {
                name.Append(character);
            }
        }

        return name.ToString();
    }
}
