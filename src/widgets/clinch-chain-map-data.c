// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-chain-map-data.h"

#include "clinch-chain-map-drawing.h"

#include <glib/gi18n-lib.h>

struct _ClinchChainMapData
{
  ClinchChartData parent_instance;

  GArray *nodes;
  GArray *lines;
  GStringChunk *words;
  GHashTable *places; /* of gint64 ids, counted from 1 */
};

G_DEFINE_FINAL_TYPE (ClinchChainMapData, clinch_chain_map_data, CLINCH_TYPE_CHART_DATA)

static const ClinchChainMapNode *
node_at (ClinchChainMapData *self,
         guint               index)
{
  return &g_array_index (self->nodes, ClinchChainMapNode, index);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
add_part (GPtrArray  *parts,
          const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (parts, g_strdup (text));
}

static void
add_lines (ClinchChainMapData *self,
           gint64              id,
           GPtrArray          *parts)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const ClinchChainMapLine *line = &g_array_index (self->lines, ClinchChainMapLine, i);
      guint to = (guint) clinch_chain_map_data_find (self, line->to);

      if (line->from == id)
        /* Translators: what somebody does to whom: “influences”, “Li Na”. */
        g_ptr_array_add (parts, g_strdup_printf (C_("chain map", "%1$s %2$s"),
                                                 clinch_chain_line_kind_label (line->kind),
                                                 node_at (self, to)->name));
    }
}

char *
clinch_chain_map_data_describe_node (ClinchChainMapData *self,
                                     guint               index)
{
  const ClinchChainMapNode *node = clinch_chain_map_data_get_node (self, index);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  int above;

  g_return_val_if_fail (node != NULL, NULL);

  above = clinch_chain_map_data_find (self, node->reports_to);
  if (!node->known)
    add_part (parts, C_("chain map", "not known yet"));
  add_part (parts, node->title);
  add_part (parts, node->role);
  add_part (parts, node->stance);
  if (above >= 0)
    g_ptr_array_add (parts, g_strdup_printf (C_("chain map", "reports to %s"),
                                             node_at (self, (guint) above)->name));
  add_lines (self, node->id, parts);
  add_part (parts, node->contact);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (C_("chart", "; "), (char **) parts->pdata);
}

static guint
clinch_chain_map_data_get_n_points (ClinchChartData *data)
{
  return CLINCH_CHAIN_MAP_DATA (data)->nodes->len;
}

static ClinchChartItem *
clinch_chain_map_data_dup_item (ClinchChartData *data,
                                guint            point)
{
  const ClinchChainMapNode *node = node_at (CLINCH_CHAIN_MAP_DATA (data), point);
  g_autofree char *note = clinch_chain_map_data_describe_node (CLINCH_CHAIN_MAP_DATA (data), point);

  return clinch_chart_item_new (node->name, or_empty (node->role), note);
}

static char *
clinch_chain_map_data_describe (ClinchChartData *data)
{
  ClinchChainMapData *self = CLINCH_CHAIN_MAP_DATA (data);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("Map of %u person.", "Map of %u people.",
                                          self->nodes->len), self->nodes->len);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      g_autofree char *node = clinch_chain_map_data_describe_node (self, i);

      g_string_append_c (text, ' ');
      /* Translators: a person and what is known of them. */
      g_string_append_printf (text, C_("chain map", "%1$s: %2$s."), node_at (self, i)->name, node);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static ClinchChartDrawing *
clinch_chain_map_data_create_drawing (ClinchChartData        *data,
                                      const ClinchChartSheet *sheet)
{
  return clinch_chain_map_drawing_new (CLINCH_CHAIN_MAP_DATA (data), sheet);
}

static void
clinch_chain_map_data_finalize (GObject *object)
{
  ClinchChainMapData *self = CLINCH_CHAIN_MAP_DATA (object);

  g_array_unref (self->nodes);
  g_array_unref (self->lines);
  g_string_chunk_free (self->words);
  g_hash_table_unref (self->places);

  G_OBJECT_CLASS (clinch_chain_map_data_parent_class)->finalize (object);
}

static void
clinch_chain_map_data_class_init (ClinchChainMapDataClass *klass)
{
  ClinchChartDataClass *data_class = CLINCH_CHART_DATA_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinch_chain_map_data_finalize;
  data_class->get_n_points = clinch_chain_map_data_get_n_points;
  data_class->dup_item = clinch_chain_map_data_dup_item;
  data_class->describe = clinch_chain_map_data_describe;
  data_class->create_drawing = clinch_chain_map_data_create_drawing;
}

static void
clinch_chain_map_data_init (ClinchChainMapData *self)
{
  self->nodes = g_array_new (FALSE, FALSE, sizeof (ClinchChainMapNode));
  self->lines = g_array_new (FALSE, FALSE, sizeof (ClinchChainMapLine));
  self->words = g_string_chunk_new (1024);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

ClinchChainMapData *
clinch_chain_map_data_new (void)
{
  return g_object_new (CLINCH_TYPE_CHAIN_MAP_DATA, NULL);
}

static void
keep (ClinchChainMapData  *self,
      const char         **word)
{
  *word = g_string_chunk_insert (self->words, or_empty (*word));
}

static void
add_node (ClinchChainMapData *self,
          ClinchChainMapNode  node)
{
  keep (self, &node.name);
  keep (self, &node.title);
  keep (self, &node.role);
  keep (self, &node.stance);
  keep (self, &node.contact);
  g_array_append_val (self->nodes, node);
  g_hash_table_insert (self->places, g_memdup2 (&node.id, sizeof node.id),
                       GUINT_TO_POINTER (self->nodes->len));
}

void
clinch_chain_map_data_fill (ClinchChainMapData       *self,
                            const ClinchChainMapNode *nodes,
                            guint                     n_nodes,
                            const ClinchChainMapLine *lines,
                            guint                     n_lines)
{
  guint n_before;

  g_return_if_fail (CLINCH_IS_CHAIN_MAP_DATA (self));

  n_before = self->nodes->len;
  g_array_set_size (self->nodes, 0);
  g_array_set_size (self->lines, 0);
  g_hash_table_remove_all (self->places);
  g_string_chunk_clear (self->words);
  for (guint i = 0; i < n_nodes; i++)
    add_node (self, nodes[i]);
  for (guint i = 0; i < n_lines; i++)
    if (clinch_chain_map_data_find (self, lines[i].from) >= 0
        && clinch_chain_map_data_find (self, lines[i].to) >= 0)
      g_array_append_val (self->lines, lines[i]);
  clinch_chart_data_changed (CLINCH_CHART_DATA (self), n_before);
}

guint
clinch_chain_map_data_get_n_nodes (ClinchChainMapData *self)
{
  g_return_val_if_fail (CLINCH_IS_CHAIN_MAP_DATA (self), 0);

  return self->nodes->len;
}

const ClinchChainMapNode *
clinch_chain_map_data_get_node (ClinchChainMapData *self,
                                guint               index)
{
  g_return_val_if_fail (CLINCH_IS_CHAIN_MAP_DATA (self) && index < self->nodes->len, NULL);

  return node_at (self, index);
}

guint
clinch_chain_map_data_get_n_lines (ClinchChainMapData *self)
{
  g_return_val_if_fail (CLINCH_IS_CHAIN_MAP_DATA (self), 0);

  return self->lines->len;
}

const ClinchChainMapLine *
clinch_chain_map_data_get_line (ClinchChainMapData *self,
                                guint               index)
{
  g_return_val_if_fail (CLINCH_IS_CHAIN_MAP_DATA (self) && index < self->lines->len, NULL);

  return &g_array_index (self->lines, ClinchChainMapLine, index);
}

int
clinch_chain_map_data_find (ClinchChainMapData *self,
                            gint64              id)
{
  g_return_val_if_fail (CLINCH_IS_CHAIN_MAP_DATA (self), -1);

  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &id)) - 1;
}

const char *
clinch_chain_line_kind_label (ClinchChainLineKind kind)
{
  switch (kind)
    {
    case CLINCH_CHAIN_TRUSTS:
      return C_("chain map", "trusts");
    case CLINCH_CHAIN_RIVALS:
      return C_("chain map", "rivals");
    case CLINCH_CHAIN_INFLUENCES:
    case CLINCH_N_CHAIN_LINES:
    default:
      return C_("chain map", "influences");
    }
}
