using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>Members that cannot do what they were declared for.</summary>
internal static partial class ClientEmitter
{
    private static void WriteBlocked(SourceWriter writer, BlockedMember member)
    {
        var body = $"throw new global::System.NotSupportedException(\"{member.Rule}: no implementation of this member can be generated; the build says why at its declaration.\");";
        writer.Write(member.Declaration);
        writer.Open();
        if (member.Accessors.IsEmpty)
        {
            writer.Write(body);
        }

        foreach (var accessor in member.Accessors)
        {
            writer.Write($"{accessor} {{ {body} }}");
        }

        writer.Close();
    }
}
