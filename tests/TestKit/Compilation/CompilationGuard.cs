using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedLlm.TestKit;

/// <summary>Finds objects that would keep a whole compilation alive, anywhere in an object graph.</summary>
public static class CompilationGuard
{
    private static readonly Type[] Forbidden =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(Compilation), typeof(SourceText)];

    /// <summary>The path to the first such object, or null if there is none.</summary>
    public static string? FindPath(object? root) => Find(root, "root", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static string? Find(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or MemberInfo or Pointer || value.GetType().IsPrimitive || value.GetType().IsEnum)
        {
            return null;
        }

        if (Forbidden.Any(type => type.IsInstanceOfType(value)))
        {
            return $"{path}: {value.GetType().Name}";
        }

        if (!value.GetType().IsValueType && !seen.Add(value))
        {
            return null;
        }

        return value is Array array ? FindInElements(array, path, seen) : FindInFields(value, path, seen);
    }

    private static string? FindInElements(IEnumerable elements, string path, HashSet<object> seen)
    {
        foreach (var element in elements)
        {
            if (Find(element, path + "[]", seen) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? FindInFields(object value, string path, HashSet<object> seen)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (Find(field.GetValue(value), $"{path}.{field.Name}", seen) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }
}
